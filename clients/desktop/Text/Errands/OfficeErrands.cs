using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>What moderators look after beside single people: who asks to be let in, who is kept out, what was reported, and the rules of the room.</summary>
sealed class OfficeErrands(HouseSite site, HubDesk hub, TextHouse house)
{
    readonly TextWords words = house.Words;

    /// <summary>For whom there are rules, by the words of the house.</summary>
    public static IReadOnlyList<string> Rights { get; } = ["enter", "speak", "camera", "screen", "write", "knock"];

    /// <summary>Who asks to come into the room in which one is, first come first, with the room's id.</summary>
    public async Task<(Answer? Refusal, (string Room, AskingView Who)[] Asking)> AskingAsync()
    {
        var (refusal, room, rules) = await RulesOfRoomAsync();
        return rules is null ? (refusal, []) : (null, [.. rules.Asking.Select(who => (room, who))]);
    }

    /// <summary>"Bo Berger, Stadt Ulm (seit 10:00)".</summary>
    public string Asking(AskingView who)
    {
        var name = who.Affiliation.Length > 0 ? $"{who.Name}, {who.Affiliation}" : who.Name;
        return TerminalText.Line($"{name} ({words.Say("waiting.since", ("time", house.Moment(who.Since)))})");
    }

    public async Task<Answer> LetInAsync((string Room, AskingView Who) asking, bool letIn)
    {
        var (room, who) = asking;
        var reply = letIn ? await site.LetInAsync(room, who.Member) : await site.TurnAwayAsync(room, who.Member);
        return reply.Granted ? Answer.Yes(words.Say(letIn ? "waiting.letIn" : "waiting.turnedAway", ("name", who.Name))) : Answer.Refused(words, reply.Error);
    }

    public async Task<Answer> LetAllInAsync()
    {
        if (house.Picture.Room is not { } room)
            return Answer.No(words.Say("text.noRoom"));
        var reply = await site.LetAllInAsync(room.Id);
        return reply.Granted ? Answer.Yes(words.Say("waiting.allLetIn")) : Answer.Refused(words, reply.Error);
    }

    /// <summary>Who is kept out of the room in which one is, with its id, and who of the house, with none.</summary>
    public async Task<(Answer? Refusal, (string? Room, BanView Ban)[] Bans)> KeptOutAsync()
    {
        var ofHouse = await site.BansAsync();
        // Whoever moderates single rooms has nothing to do with the house.
        if (!ofHouse.Granted && ofHouse.Error != ErrorCode.ModeratorsOnly)
            return (Answer.Refused(words, ofHouse.Error), []);
        var (refusal, room, rules) = await RulesOfRoomAsync();
        if (rules is null && (house.Picture.Room is not null || !ofHouse.Granted))
            return (refusal, []);
        return (null, [.. (rules?.Bans ?? []).Select(ban => ((string?)room, ban)), .. (ofHouse.Value ?? []).Select(ban => ((string?)null, ban))]);
    }

    public async Task<Answer> BansAsync()
    {
        var (refusal, bans) = await KeptOutAsync();
        if (refusal is not null)
            return refusal;
        return bans.Length == 0 ? Answer.Yes(words.Say("bans.none")) : Answer.Yes([.. bans.Select(Ban), words.Say("text.bansHow")]);
    }

    /// <summary>"Bo Berger (ganzes Haus): Beleidigung. Das gilt bis 28.11.2026 10:00."</summary>
    public string Ban((string? Room, BanView Ban) held)
    {
        var (room, ban) = held;
        var until = ban switch
        {
            { Waits: true, Until: { } provisional, Pronounced: { } end } => words.Say("bans.waits", ("time", house.Moment(provisional)), ("end", house.Moment(end))),
            { Waits: true, Until: { } provisional } => words.Say("bans.waitsForGood", ("time", house.Moment(provisional))),
            { Until: { } end } => words.Say("notice.bannedUntil", ("time", house.Moment(end))),
            _ => words.Say("notice.bannedForGood"),
        };
        return TerminalText.Line($"{ban.Name} ({(room is null ? words.Say("bans.house") : house.RoomName(room))}): {ban.Reason}. {until}");
    }

    public async Task<Answer> PardonAsync((string? Room, BanView Ban) held)
    {
        var reply = held.Room is { } room ? await site.PardonAsync(room, held.Ban.Member) : await site.PardonAsync(held.Ban.Member);
        return reply.Granted ? Answer.Yes(words.Say("bans.lifted", ("name", held.Ban.Name))) : Answer.Refused(words, reply.Error);
    }

    /// <summary>As the second moderator, where the house wants two for a long ban.</summary>
    public async Task<Answer> ConfirmAsync(BanView ban)
    {
        var reply = await site.ConfirmBanAsync(ban.Member);
        return reply.Granted ? Answer.Yes(words.Say("bans.confirmed", ("name", ban.Name))) : Answer.Refused(words, reply.Error);
    }

    /// <summary>Those that wait for an answer, the newest first.</summary>
    public async Task<(Answer? Refusal, ReportView[] Reports)> OpenReportsAsync()
    {
        var reply = await site.ReportsAsync();
        return reply is { Granted: true, Value: { } reports }
            ? (null, Array.FindAll(reports, report => report.State is "new" or "taken"))
            : (Answer.Refused(words, reply.Error), []);
    }

    public async Task<Answer> ReportsAsync()
    {
        var (refusal, reports) = await OpenReportsAsync();
        if (refusal is not null)
            return refusal;
        return reports.Length == 0 ? Answer.Yes(words.Say("reports.none")) : Answer.Yes([.. reports.Select(Report), words.Say("text.reportsHow")]);
    }

    /// <summary>One with all that stands in it, by its own number.</summary>
    public async Task<Answer> ReportAsync(long number)
    {
        var reply = await site.ReportsAsync();
        if (reply is not { Granted: true, Value: { } reports })
            return Answer.Refused(words, reply.Error);
        return Array.Find(reports, each => each.Number == number) is { } report ? Answer.Yes(Page(report)) : Answer.Refused(words, ErrorCode.ReportUnknown);
    }

    /// <summary>In one line: "Meldung 12: Ada über Bo (neu)".</summary>
    public string Report(ReportView report)
    {
        var key = report.Kind switch { "objection" => "reports.objection", "stand" => "reports.standTitle", _ => "reports.report" };
        var title = words.Say(key, ("number", report.Number), ("by", report.By), ("of", report.Of));
        return $"{title} ({words.Say($"reports.state.{report.State}")})";
    }

    public IReadOnlyList<string> Page(ReportView report) =>
    [
        Report(report),
        $"{house.Moment(report.At)}{(report.Room.Length > 0 ? ", " + house.RoomName(report.Room) : "")}",
        TerminalText.Line(report.Reason),
        .. report.Texts.Select(text => TerminalText.Line($"  {text.Name}: {text.Text}")),
        .. report.Answer.Length > 0 ? (string[])[words.Say("reports.answered", ("answer", report.Answer))] : [],
    ];

    public async Task<Answer> TakeReportAsync(long number)
    {
        var reply = await site.TakeReportAsync(number);
        return reply.Granted ? Answer.Yes(words.Say("reports.taken")) : Answer.Refused(words, reply.Error);
    }

    /// <param name="number">Of the report.</param>
    /// <param name="text">1 to 500 characters; whoever has reported reads it.</param>
    /// <param name="upheld">Something was done about it.</param>
    public async Task<Answer> AnswerReportAsync(long number, string text, bool upheld)
    {
        var reply = await site.AnswerReportAsync(number, new() { Text = text, Upheld = upheld });
        return reply.Granted ? Answer.Yes(words.Say("reports.done")) : Answer.Refused(words, reply.Error);
    }

    /// <summary>Who may do what in the room in which one is.</summary>
    public async Task<Answer> RulesAsync()
    {
        var (refusal, _, rules) = await RulesOfRoomAsync();
        if (rules is not { Policy: { } policy })
            return refusal!;
        List<string> lines = [.. Rights.Select(right => $"{words.Say($"policy.{right}")}: {words.Say($"role.from.{RuleWords.RoleFor(policy, right)}")}")];
        lines.Add($"{words.Say("policy.slowMode")}: {(policy.SlowSeconds > 0 ? words.Say("policy.seconds", ("count", policy.SlowSeconds)) : words.Say("policy.never"))}");
        lines.Add($"{words.Say("policy.waitingRoom")}: {words.Say(policy.WaitingRoom ? "text.on" : "text.off")}");
        lines.Add(policy.ShutFrom > 0 ? words.Say("policy.shuts", ("time", house.Moment(policy.ShutFrom))) : words.Say("policy.open"));
        if (policy.Hours.Length > 0)
            lines.Add($"{words.Say("policy.hours")}: {TerminalText.Line(policy.Hours)}");
        if (policy.Notice.Length > 0)
            lines.Add($"{words.Say("policy.notice")}: {TerminalText.Line(policy.Notice)}");
        return Answer.Yes(lines);
    }

    /// <summary>Changes one rule of the room in which one is; the others stay as they are at this moment.</summary>
    public async Task<Answer> ChangeRulesAsync(Func<PolicyView, PolicyView> change)
    {
        var (refusal, room, rules) = await RulesOfRoomAsync();
        if (rules is null)
            return refusal!;
        // The hub sets those of the room in which one is by then.
        return house.Picture.Room?.Id == room
            ? await hub.AskAsync(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = change(rules.Policy) }, "order.policySet")
            : Answer.No(words.Say("text.noRoom"));
    }

    async Task<(Answer? Refusal, string Room, RoomRulesView? Rules)> RulesOfRoomAsync()
    {
        if (house.Picture.Room is not { } room)
            return (Answer.No(words.Say("text.noRoom")), "", null);
        var reply = await site.RoomRulesAsync(room.Id);
        return reply is { Granted: true, Value: { } rules } ? (null, room.Id, rules) : (Answer.Refused(words, reply.Error), room.Id, null);
    }
}
