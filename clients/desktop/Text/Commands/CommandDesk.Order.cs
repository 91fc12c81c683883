using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// What one may do about others.
sealed partial class CommandDesk
{
    const int Hour = 60, Day = 24 * Hour;

    /// <summary>How long a ban is, in minutes, by the words that people type; 0 is for good.</summary>
    static readonly Dictionary<string, int> lengths = new()
    {
        ["stunde"] = Hour, ["hour"] = Hour, ["tag"] = Day, ["day"] = Day, ["woche"] = 7 * Day, ["week"] = 7 * Day, ["monat"] = 30 * Day, ["month"] = 30 * Day,
        ["immer"] = 0, ["dauer"] = 0, ["forever"] = 0,
    };

    public Task<Answer> MuteAsync(string name, bool muted) => NeedPersonAsync(muted ? "mute" : "unmute", name, person => visit.Order.MuteAsync(person, muted));

    public Task<Answer> HideAsync(string name, bool hidden) => NeedPersonAsync(hidden ? "hide" : "show", name, person => visit.Order.HideCameraAsync(person, hidden));

    public Task<Answer> AskToSpeakAsync(string name) => NeedPersonAsync("speak", name, visit.Order.AskToSpeakAsync);

    /// <summary>Takes somebody out of the conversation that they are in.</summary>
    public Task<Answer> PartAsync(string name) => NeedPersonAsync("part", name, visit.Order.RemoveFromTalkAsync);

    public Task<Answer> BringAsync(string name) => NeedPersonAsync("bring", name, visit.Order.BringAsync);

    public Task<Answer> BlockAsync(string name) => NeedPersonAsync("block", name, visit.Order.BlockAsync);

    public Task<Answer> AnnounceAsync(string text) => NeedAsync("announce", text.Length > 0, () => visit.Order.AnnounceAsync(text));

    /// <summary>"Bo: bitte leiser".</summary>
    public Task<Answer> WarnAsync(string rest) => NeedReasonAsync("warn", rest, visit.Order.WarnAsync);

    /// <summary>"Bo: was geschehen ist".</summary>
    public Task<Answer> ReportAsync(string rest) => NeedReasonAsync("report", rest, visit.Order.ReportAsync);

    /// <summary>"Bo", or "Bo: Grund".</summary>
    public Task<Answer> ExpelAsync(string rest)
    {
        var (name, reason) = TypedLine.AtColon(rest);
        return NeedPersonAsync("expel", name, person => visit.Order.ExpelAsync(person, reason, to: null));
    }

    /// <summary>"Bo nach Halle", or "Bo nach Halle: Grund".</summary>
    public Task<Answer> SendAsync(string rest)
    {
        var (head, reason) = TypedLine.AtColon(rest);
        var (name, target) = TypedLine.AtWord(head, "nach", "in", "to");
        return NeedAsync("send", name.Length > 0 && target is { Length: > 0 }, () => WithPersonAsync(name, person =>
            PickAsync(visit.House.Rooms, room => words.Named(room.Names), target!, "text.nowhere", room => visit.Order.ExpelAsync(person, reason, room))));
    }

    /// <summary>"Bo: Grund", "Bo woche: Grund", "Bo haus monat: Grund": of this room for a day where nothing else is said.</summary>
    public Task<Answer> BanAsync(string rest)
    {
        var (head, reason) = TypedLine.AtColon(rest);
        var (isOfHouse, minutes) = (false, Day);
        // From the end: a name may have any words in it.
        for (var at = head.LastIndexOf(' '); at > 0; at = head.LastIndexOf(' '))
        {
            var last = Fold.Plain(head[(at + 1)..]);
            if (last is "haus" or "house")
                isOfHouse = true;
            else if (lengths.TryGetValue(last, out var length))
                minutes = length;
            else
                break;
            head = head[..at].TrimEnd();
        }
        return NeedAsync("ban", head.Length > 0 && reason.Length > 0, () => WithPersonAsync(head, person => visit.Order.BanAsync(person, isOfHouse, minutes, reason)));
    }

    /// <summary>Somebody whom one has blocked, by their name; without one all of them are listed.</summary>
    public async Task<Answer> UnblockAsync(string name)
    {
        var (refusal, blocked) = await visit.Order.BlockedAsync();
        if (refusal is not null)
            return refusal;
        if (blocked.Length == 0)
            return Answer.Yes(words.Say("mydata.noBlocked"));
        return name.Length == 0
            ? Choose(blocked, Named, visit.Order.UnblockAsync)
            : await PickAsync(blocked, Named, name, "text.nobody", visit.Order.UnblockAsync);

        static string Named(BlockedView each) => TerminalText.Line(each.Name);
    }

    Task<Answer> NeedPersonAsync(string id, string name, Func<PersonView, Task<Answer>> then) => NeedAsync(id, name.Length > 0, () => WithPersonAsync(name, then));

    Task<Answer> NeedReasonAsync(string id, string rest, Func<PersonView, string, Task<Answer>> then)
    {
        var (name, reason) = TypedLine.AtColon(rest);
        return NeedAsync(id, name.Length > 0 && reason.Length > 0, () => WithPersonAsync(name, person => then(person, reason)));
    }
}
