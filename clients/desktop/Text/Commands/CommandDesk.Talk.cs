using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// The conversation.
sealed partial class CommandDesk
{
    /// <summary>The signs that one may give, by the words that people type.</summary>
    static readonly Dictionary<string, string> reactions = new()
    {
        ["beifall"] = "clap", ["clap"] = "clap", ["applause"] = "clap", ["zustimmung"] = "agree", ["agree"] = "agree", ["lachen"] = "laugh", ["laugh"] = "laugh",
        ["herz"] = "heart", ["heart"] = "heart", ["frage"] = "question", ["question"] = "question",
    };

    public Task<Answer> SayAsync(string text) => NeedAsync("say", text.Length > 0, () => visit.Talks.SayAsync(text));

    public Task<Answer> SayToRoomAsync(string text) => NeedAsync("all", text.Length > 0, () => visit.Talks.SayToRoomAsync(text));

    /// <summary>"Bo: bis gleich", to Bo alone.</summary>
    public Task<Answer> TellAsync(string rest)
    {
        var (name, text) = TypedLine.AtColon(rest);
        return NeedAsync("tell", name.Length > 0 && text.Length > 0, () => WithPersonAsync(name, person => visit.Talks.SayToAsync(person, text)));
    }

    public Task<Answer> ReadAsync()
    {
        var title = visit.House.TalkTitle;
        string[] lead = title.Length > 0 ? [title + "."] : [];
        return Task.FromResult(Answer.Yes([.. lead, .. visit.Lists.Texts()]));
    }

    public Task<Answer> RetractAsync(string number) => NeedAsync("retract", Number(number) > 0, () => visit.Talks.RetractAsync(Number(number)));

    public Task<Answer> KnockAsync(string name) =>
        name.Length == 0 ? visit.Talks.KnockAsync(person: null) : WithPersonAsync(name, person => visit.Talks.KnockAsync(person));

    /// <summary>Asks the others to come along, or no longer does.</summary>
    public Task<Answer> LeadAsync(string rest) => visit.Talks.LeadAsync(leads: !IsOff(rest));

    /// <summary>Raises the hand in the conversation; with "aus" takes it down.</summary>
    public Task<Answer> RaiseHandAsync(string rest) => NeedAsync("hand", rest.Length == 0 || IsOff(rest), () => visit.Talks.RaiseHandAsync(up: rest.Length == 0));

    /// <summary>"beifall", a sign to those one talks with.</summary>
    public Task<Answer> ReactAsync(string sign) =>
        NeedAsync("react", reactions.ContainsKey(Fold.Plain(sign)), () => visit.Talks.ReactAsync(reactions[Fold.Plain(sign)]));

    /// <summary>A yes to what has come, and nothing but that: a call at a stand, else somebody who knocks. What this desk has asked was answered before.</summary>
    public Task<Answer> AcceptAsync(string rest) => NeedAsync("yes", rest.Length == 0, () =>
        visit.House.Calls is [var call, ..] ? AnswerCallAsync(call, agrees: true) : visit.Talks.LetInAsync(letIn: true));

    /// <summary>A no to it; who rings reads what stands behind the word.</summary>
    public Task<Answer> RefuseAsync(string text) => visit.House.Calls is [var call, ..]
        ? AnswerCallAsync(call, agrees: false, text)
        : NeedAsync("no", text.Length == 0, () => visit.Talks.LetInAsync(letIn: false));

    /// <summary>Goes to who rings, or not.</summary>
    /// <param name="call">Who rings, where.</param>
    /// <param name="agrees">One comes.</param>
    /// <param name="text">What the visitor reads to a no; may be empty.</param>
    public async Task<Answer> AnswerCallAsync(BellRangEvent call, bool agrees, string text = "")
    {
        var answer = await visit.Bells.AnswerAsync(call, agrees, text);
        if (!agrees || !answer.IsDone)
            return answer;
        if (!isPatient)
        {
            _ = visit.RunAsync(() => GoToCallAsync(call));
            return answer;
        }
        var way = await GoToCallAsync(call);
        return way with { Lines = [.. answer.Lines, .. way.Lines] };
    }

    /// <summary>To the stand at which somebody waits, in whichever room it is; whoever is called to it comes in there.</summary>
    async Task<Answer> GoToCallAsync(BellRangEvent call)
    {
        await visit.Follow.EndAsync();
        await visit.Wait.EndAsync(); // nobody is fetched away from who has called them
        if (visit.House.Picture.Room?.Id != call.Room)
        {
            if (visit.House.Rooms.FirstOrDefault(room => room.Id == call.Room) is not { } room)
                return Answer.Refused(words, ErrorCode.RoomUnknown);
            var entered = await visit.Walks.EnterAsync(room, call.Stand);
            if (!entered.IsDone)
                return entered;
        }
        return visit.House.Picture.Plan is { } plan && Array.Find(plan.Areas, area => area.Id == call.Area) is { } stand
            ? await visit.Walks.GoToAsync(stand)
            : Answer.Refused(words, ErrorCode.StandUnknown);
    }

    /// <summary>Does something that concerns somebody in the room. Between a question and its answer they may have gone, and somebody else have got their number.</summary>
    Task<Answer> WithPersonAsync(string name, Func<PersonView, Task<Answer>> then) => SurelyAsync(
        visit.House.Others,
        person => TerminalText.Line(person.Member.Name),
        visit.Lists.Name,
        name,
        person => visit.House.Picture.PersonOf(person.Member.Id) is { } now ? then(now) : Task.FromResult(Answer.No(words.Say("text.nobody", ("name", person.Member.Name)))));

    /// <summary>
    /// Does something that is of consequence for somebody. Whoever was meant may just have gone: a part of a word in another's name is enough for a question only.
    /// </summary>
    /// <param name="people">Who there is.</param>
    /// <param name="name">What each is called, and nothing beside it.</param>
    /// <param name="label">How each stands in a list.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="then">What is to be done.</param>
    Task<Answer> SurelyAsync<T>(IReadOnlyList<T> people, Func<T, string> name, Func<T, string> label, string typed, Func<T, Task<Answer>> then)
    {
        var meant = NameMatch.FindWhole(people, name, typed);
        if (meant is [var only])
            return then(only);
        if (meant.Count == 0)
            meant = NameMatch.Find(people, label, typed);
        if (meant.Count == 0)
            return Task.FromResult(Answer.No(words.Say("text.nobody", ("name", typed))));
        if (meant is not [var near])
            return Task.FromResult(Choose(meant, label, then));
        AskFor(() => then(near), "text.notMeant");
        return Task.FromResult(Answer.Yes(words.Say("text.isMeant", ("name", label(near)))));
    }

    /// <summary>"aus", or "off".</summary>
    static bool IsOff(string word) => Fold.Plain(word) is "aus" or "off" or "nicht" or "not" or "nein" or "no";
}
