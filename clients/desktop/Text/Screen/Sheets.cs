using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>The sheets of the full screen: rooms, people, places, stands, the bag, the card, and what moderators do.</summary>
sealed partial class Sheets(TextVisit visit, CommandDesk commands)
{
    readonly TextWords words = visit.House.Words;
    Sheet? news;

    public Sheet Rooms() => new(words.Say("rooms.title"), [words.Say("rooms.help")],
        [.. visit.House.Rooms.Select(room => new SheetChoice(visit.Lists.Room(room), () => EnterAsync(room), room.Id))], Rooms);

    public Sheet People()
    {
        var others = visit.House.Others;
        return new(words.Say("people.title"), [words.Say(others.Count == 0 ? "people.alone" : "text.choosePerson")],
            [.. others.Select(person => Opens(visit.Lists.Person(person), () => Person(person)) with { Key = person.Member.Id })], People);
    }

    /// <summary>Stands, tables and doors: whatever one can walk to.</summary>
    public Sheet Places()
    {
        List<SheetChoice> choices =
        [
            .. visit.Lists.Areas.Select(area => new SheetChoice(visit.Lists.Area(area), () => SetOutAsync(() => visit.Walks.GoToAsync(area)), $"area {area.Id}")),
            .. visit.Lists.Doors.Select(door => new SheetChoice(visit.Lists.Door(door), () => SetOutAsync(() => visit.Walks.GoThroughAsync(door)), $"door {door.Id}")),
        ];
        string[] none = choices.Count == 0 ? [words.Say("goto.empty")] : [];
        return new(words.Say("goto.title"), [.. visit.Lists.WhereAmI(), .. none], choices, Places);
    }

    public Sheet News()
    {
        var lines = visit.House.News.Lines;
        string[] text = lines.Length > 0 ? [.. lines.Select(line => line.Text)] : [words.Say("news.none")];
        // The same one as long as nothing was told, or it would be drawn again whenever anything changes.
        if (news is not { } before || !before.Text.SequenceEqual(text))
            news = before = new(words.Say("news.title"), text, [], News, IsRecord: true);
        return before;
    }

    public Sheet Help() => new(words.Say("help.title"), [.. Numbered("text.keys"), "", words.Say("text.legend"), "", words.Say("text.slash")], []);

    /// <summary>What one may do about somebody.</summary>
    public Sheet Person(PersonView person)
    {
        var talk = visit.House.Talk?.People.Any(each => each.Handle == person.Handle) == true;
        List<SheetChoice> choices =
        [
            new(words.Say("find.go"), () => SetOutAsync(() => WithAsync(person, visit.Walks.GoToAsync))),
            new(words.Say("text.walkAfter"), () => ClosesAsync(() => WithAsync(person, visit.Follow.TrailAsync))),
            new(words.Say("text.writeTo"), () => AsksAsync(words.Say("talk.toOne", ("name", person.Member.Name)), text => WithAsync(person, now => visit.Talks.SayToAsync(now, text)))),
            new(words.Say("talk.knock"), () => ClosesAsync(() => WithAsync(person, now => visit.Talks.KnockAsync(now)))),
        ];
        if (talk)
        {
            choices.Add(new(words.Say("exchange.begin"), () => ExchangeAsync(person)));
            choices.Add(new(words.Say("exchange.no"), () => TellsAsync(() => WithAsync(person, visit.Cards.DeclineAsync))));
        }
        if (Ranks.MayModerate(visit.House.Me.Role, person.Member.Role))
            choices.AddRange(Moderating(person));
        choices.Add(new(words.Say("person.report"), () => AsksAsync(words.Say("report.reason"), reason => WithAsync(person, now => visit.Order.ReportAsync(now, reason)))));
        choices.Add(new(words.Say("person.block"), () => ClosesAsync(() => WithAsync(person, visit.Order.BlockAsync))));
        return new(visit.Lists.Name(person), [visit.Lists.Person(person)], choices, () => visit.House.Picture.PersonOf(person.Member.Id) is { } now ? Person(now) : null);
    }

    /// <summary>Does something that concerns somebody who is here still. Their number is the room's, and may be somebody else's by now.</summary>
    Task<Answer> WithAsync(PersonView person, Func<PersonView, Task<Answer>> then) =>
        visit.House.Picture.PersonOf(person.Member.Id) is { } now ? then(now) : Task.FromResult(Answer.No(words.Say("text.nobody", ("name", person.Member.Name))));

    /// <summary>Lines of a list of words that are numbered from 1 on, as many as there are.</summary>
    IEnumerable<string> Numbered(string key)
    {
        for (var number = 1; words.Knows($"{key}.{number}"); number++)
            yield return words.Say($"{key}.{number}");
    }

    async Task<SheetStep> EnterAsync(RoomSummary room)
    {
        await visit.Wait.EndAsync();
        await visit.Follow.EndAsync();
        var answer = await visit.Walks.EnterAsync(room);
        if (answer.Error is not (ErrorCode.RoomFull or ErrorCode.RoomWaiting))
            return answer.IsDone ? new SheetStep.Close(answer) : new SheetStep.Tell(answer);
        var isFull = answer.Error == ErrorCode.RoomFull;
        return new SheetStep.Open(new(words.Named(room.Names), [.. answer.Lines, words.Say(isFull ? "full.why" : "full.askWhy")],
            [new(words.Say(isFull ? "full.wait" : "full.ask"), () => ClosesAsync(() => visit.Wait.BeginAsync(room)))]));
    }

    /// <summary>Walks in the background, so that the keys stay free.</summary>
    async Task<SheetStep> SetOutAsync(Func<Task<Answer>> walk)
    {
        await visit.Follow.EndAsync();
        _ = visit.RunAsync(walk);
        return new SheetStep.Close(Answer.Done);
    }

    /// <summary>Done, the conversation stands there again; refused, the sheet stays.</summary>
    static async Task<SheetStep> ClosesAsync(Func<Task<Answer>> errand)
    {
        var answer = await errand();
        return answer.IsDone ? new SheetStep.Close(answer) : new SheetStep.Tell(answer);
    }

    /// <summary>What came of it is told, and the sheet stays.</summary>
    static async Task<SheetStep> TellsAsync(Func<Task<Answer>> errand) => new SheetStep.Tell(await errand());

    static Task<SheetStep> AsksAsync(string prompt, Func<string, Task<Answer>> thenAsync) =>
        Task.FromResult<SheetStep>(new SheetStep.Ask(prompt, async text => new SheetStep.Close(await thenAsync(text))));

    static SheetChoice Opens(string label, Func<Sheet> sheet) => new(label, () => Task.FromResult<SheetStep>(new SheetStep.Open(sheet())));
}
