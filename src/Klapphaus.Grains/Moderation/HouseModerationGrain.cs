using Klapphaus.Grains.Members;
using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.Grains.Moderation;

/// <summary>Keeps the bans of the house and the queue of reports.</summary>
sealed class HouseModerationGrain(
    [PersistentState("moderation", Storage.Name)] IPersistentState<HouseModerationGrainState> stored,
    FourEyes eyes,
    TimeProvider time) : Grain, IHouseModerationGrain
{
    /// <summary>So long a report is kept with the texts in it.</summary>
    static readonly TimeSpan kept = TimeSpan.FromDays(30);

    /// <summary>More than moderators can answer.</summary>
    const int Most = 2_000;

    /// <summary>So many of one person wait for an answer at most.</summary>
    const int MostOpen = 20;

    HouseModerationGrainState State => stored.State;

    public async Task<BanAnswer> Ban(Moderator by, string member, string reason, DateTimeOffset? until)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return new() { Error = ErrorCode.ModeratorsOnly };
        if (Wording.Reason(reason) is not { Length: > 0 } clean) return new() { Error = ErrorCode.ReasonUnusable };
        var avatar = GrainFactory.GetGrain<IMemberGrain>(member);
        if (await avatar.Profile() is not { } profile) return new() { Error = ErrorCode.MemberUnknown };
        if (!Authority.MayModerate(Roles.Of(by.Role), Roles.Of(profile.Role))) return new() { Error = ErrorCode.ModeratorsOnly };

        var now = time.GetUtcNow();
        var ban = new BanState { Reason = clean, Since = now, Until = until, By = by.Member, Name = profile.Name, Provisional = eyes.ProvisionalEnd(now, until, State.Bans.GetValueOrDefault(member)?.ToBan()) };
        await avatar.Ban(ban); // first: who has to go is gone before anything is written here
        State.Bans[member] = ban;
        await stored.WriteStateAsync();
        await LogAsync(by, Deed.BannedFromHouse, member, profile.Name, clean, ban.End());
        return new() { Ban = ban, Origin = profile.Origin };
    }

    public async Task<ErrorCode> Confirm(Moderator by, string member)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        if (!State.Bans.TryGetValue(member, out var ban)) return ErrorCode.BanNotWaiting;
        var avatar = GrainFactory.GetGrain<IMemberGrain>(member);
        if (!Authority.MayModerate(Roles.Of(by.Role), Roles.Of((await avatar.Profile())?.Role))) return ErrorCode.ModeratorsOnly;
        var look = FourEyes.Judge(ban.ToBan(), by.Member, time.GetUtcNow());
        if (look == SecondLook.SameEyes || look == SecondLook.Due && await CameByOneInvitationAsync(ban.By, by.Member)) return ErrorCode.OwnBan;
        // the member itself is asked as well: its day may be over at this very moment
        if (look == SecondLook.NothingWaits || !await avatar.ConfirmBan()) return ErrorCode.BanNotWaiting;

        State.Bans[member] = ban.Confirmed();
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            State.Bans[member] = ban; // whoever tries again finds it waiting
            throw;
        }
        await LogAsync(by, Deed.ConfirmedBan, member, ban.Name, "", ban.Until);
        return ErrorCode.None;
    }

    /// <summary>With one link one person can sign in twice, and be two moderators.</summary>
    async Task<bool> CameByOneInvitationAsync(string one, string other)
    {
        var (first, second) = (await GrainFactory.GetGrain<IMemberGrain>(one).Profile(), await GrainFactory.GetGrain<IMemberGrain>(other).Profile());
        return first is not null && first.Origin == second?.Origin && first.Origin.StartsWith(MemberProfile.InvitationOrigin, StringComparison.Ordinal);
    }

    public async Task<ErrorCode> Pardon(Moderator by, string member)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        if (!State.Bans.TryGetValue(member, out var ban)) return ErrorCode.MemberUnknown;
        await GrainFactory.GetGrain<IMemberGrain>(member).Pardon();
        State.Bans.Remove(member);
        await stored.WriteStateAsync();
        var declined = FourEyes.Judge(ban.ToBan(), by.Member, time.GetUtcNow()) == SecondLook.Due;
        await LogAsync(by, declined ? Deed.DeclinedBan : Deed.PardonedInHouse, member, ban.Name, "", null);
        return ErrorCode.None;
    }

    public Task<Dictionary<string, BanState>> Bans() => Task.FromResult(State.Bans.Where(b => b.Value.IsInForce(time.GetUtcNow())).ToDictionary());

    public async Task Tidy()
    {
        var now = time.GetUtcNow();
        var over = State.Bans.Where(b => !b.Value.IsInForce(now)).Select(b => b.Key).ToList();
        foreach (var member in over) State.Bans.Remove(member);
        if (State.Reports.RemoveAll(r => now - r.At > kept) + over.Count > 0) await stored.WriteStateAsync();
    }

    public async Task Erase(string member)
    {
        if (State.Bans.TryGetValue(member, out var ban))
        {
            if (ban.IsInForce(time.GetUtcNow())) State.Bans[member] = ban.Without();
            else State.Bans.Remove(member);
        }
        for (var i = 0; i < State.Reports.Count; i++) State.Reports[i] = State.Reports[i].Without(member);
        await stored.WriteStateAsync();
    }

    public async Task<ErrorCode> File(Report report)
    {
        State.Reports.RemoveAll(r => time.GetUtcNow() - r.At > kept);
        if (State.Reports.Count >= Most || State.Reports.Count(r => r.By == report.By && r.IsOpen()) >= MostOpen) return ErrorCode.TooManyReports;
        var filed = report with { Number = ++State.LastReport, At = time.GetUtcNow(), State = ReportState.New };
        State.Reports.Add(filed);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            State.Reports.Remove(filed); // whoever tries again reports it once
            throw;
        }
        return ErrorCode.None;
    }

    public Task<Report[]> Reports() => Task.FromResult(Kept.Reverse().ToArray());

    public Task<Report[]> ReportsOf(string member) => Task.FromResult(Kept.Where(r => r.By == member).Reverse().ToArray());

    public Task<ErrorCode> Take(Moderator by, long number) => Change(by, number, r => r with { State = ReportState.Taken, TakenBy = by.Name, TakenByMember = by.Member });

    public async Task<ErrorCode> Answer(Moderator by, long number, string answer, bool upheld)
    {
        if (Wording.Reason(answer) is not { Length: > 0 } clean) return ErrorCode.ReasonUnusable;
        var state = upheld ? ReportState.Upheld : ReportState.Rejected;
        var error = await Change(by, number, r => r with { State = state, TakenBy = by.Name, TakenByMember = by.Member, Answer = clean, AnsweredAt = time.GetUtcNow() });
        if (error != ErrorCode.None) return error;
        var report = State.Reports.Find(r => r.Number == number)!;
        await LogAsync(by, report.Kind == ReportKind.Objection ? Deed.AnsweredObjection : Deed.AnsweredReport, report.By, report.ByName, clean, null);
        return ErrorCode.None;
    }

    IEnumerable<Report> Kept => State.Reports.Where(r => time.GetUtcNow() - r.At <= kept);

    async Task<ErrorCode> Change(Moderator by, long number, Func<Report, Report> change)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        var at = State.Reports.FindIndex(r => r.Number == number);
        if (at < 0) return ErrorCode.ReportUnknown;
        // nobody judges what is said of themselves
        if (State.Reports[at].Of == by.Member || State.Reports[at].By == by.Member) return ErrorCode.NotAllowed;
        State.Reports[at] = change(State.Reports[at]);
        await stored.WriteStateAsync();
        return ErrorCode.None;
    }

    Task LogAsync(Moderator by, Deed deed, string of, string name, string reason, DateTimeOffset? until) => GrainFactory.AppendAsync(new()
    {
        At = time.GetUtcNow(),
        Deed = deed,
        By = by.Member,
        ByName = by.Name,
        Of = of,
        OfName = name,
        Reason = reason,
        Until = until,
    });
}
