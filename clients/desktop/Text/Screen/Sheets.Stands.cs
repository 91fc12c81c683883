using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// Stands, the bag, and the card.
sealed partial class Sheets
{
    /// <summary>The stand at which one stands, else the one that was read last; a sheet that says so where there is none.</summary>
    public async Task<Sheet> StandAsync()
    {
        if ((visit.Stands.Here ?? visit.Stands.Shown?.Id) is not { } id)
            return new(words.Say("stand.title"), [words.Say("text.noStand")], []);
        var (stand, answer) = await visit.Stands.ReadAsync(id);
        return stand is null ? new(words.Say("stand.title"), answer.Lines, []) : Stand(stand, answer.Lines);
    }

    public async Task<Sheet> BagAsync()
    {
        var answer = await visit.Bag.ListAsync();
        var items = answer.IsDone ? visit.Bag.Listed : [];
        List<SheetChoice> choices = [.. items.Select((item, index) => Opens(visit.Bag.Item(item), () => Item(item, index + 1)))];
        if (items.Count > 0)
            choices.Add(new(words.Say("bag.zip"), () => AsksAsync(words.Say("text.folder"), visit.Bag.SaveAllAsync)));
        // The items themselves are the choices.
        return new(words.Say("bag.title"), items.Count > 0 ? [answer.Lines[0]] : answer.Lines, choices);
    }

    public async Task<Sheet> CardAsync()
    {
        var answer = await visit.Cards.ShowAsync();
        var fields = CardErrands.Fields.Select(field => new SheetChoice(
            $"{words.Say("card.change")}: {words.Say($"card.{field}")}",
            () => Task.FromResult<SheetStep>(new SheetStep.Ask(words.Say($"card.{field}"), async text => await WriteAsync(field, text)))));
        return new(words.Say("card.own"), answer.Lines, answer.IsDone
            ? [.. fields, new(words.Say("question.own"), QuestionsAsync), new(words.Say("mydata.received"), async () => new SheetStep.Open(await CardsAsync()))]
            : []);
    }

    Sheet Stand(StandView stand, IReadOnlyList<string> lines)
    {
        var page = lines.Take(lines.Count - (stand.Materials.Length == 0 ? 0 : stand.Materials.Length + 1));
        List<SheetChoice> choices =
        [
            .. stand.Materials.Select((material, index) => new SheetChoice(
                $"{words.Say("bag.take")}: {TerminalText.Line(material.Text)}", () => TellsAsync(() => visit.Bag.TakeAsync(stand, index + 1)))),
            Opens(words.Say("question.leave"), () => Question(stand)),
            new(words.Say("card.hand"), () => ChooseFieldsAsync(words.Say("card.chooseForStand", ("name", stand.Name)), fields => GiveAsync(stand, fields))),
        ];
        if (visit.Stands.Here == stand.Id)
        {
            choices.Add(new(words.Say("bell.ring"), () => ClosesAsync(() => visit.Bells.RingAsync("ring"))));
            choices.Add(new(words.Say("bell.talk"), () => ClosesAsync(() => visit.Bells.RingAsync("talk"))));
        }
        if (visit.House.Rung is { } rung)
            choices.Add(new(words.Say(rung.State == "accepted" ? "bell.endTalk" : "bell.leave"), () => ClosesAsync(visit.Bells.LeaveAsync)));
        if (visit.House.Desks.Any(desk => desk.Talk is not null))
            choices.Add(new(words.Say("bell.endTalk"), () => ClosesAsync(visit.Bells.HangUpAsync)));
        if (stand.MayStaff)
        {
            choices.Add(new($"{words.Say("bell.duty")}: {words.Say("text.on")}", () => TellsAsync(() => visit.Bells.BeOnDutyAsync(stand.Id, on: true))));
            choices.Add(new($"{words.Say("bell.duty")}: {words.Say("text.off")}", () => TellsAsync(() => visit.Bells.BeOnDutyAsync(stand.Id, on: false))));
        }
        return new(stand.Name.Length > 0 ? TerminalText.Line(stand.Name) : words.Say("stand.unnamed"), [.. page.Skip(1)], choices);
    }

    Sheet Item(BagItemView item, int number) => new(TerminalText.Line(item.Title), [visit.Bag.Item(item)],
    [
        new(words.Say("text.saveHere"), () => AsksAsync(words.Say("text.folder"), folder => visit.Bag.SaveAsync(number, folder))),
        new(words.Say("bag.remove"), () => ClosesAsync(() => visit.Bag.TakeOutAsync(number))),
    ]);

    async Task<SheetStep> WriteAsync(string field, string text)
    {
        var answer = await visit.Cards.WriteAsync(field, text);
        return answer.IsDone ? new SheetStep.Turn(await CardAsync()) : new SheetStep.Tell(answer);
    }

    /// <summary>The cards of others, and one's own with them, each of which may be taken back.</summary>
    async Task<Sheet> CardsAsync()
    {
        var answer = await visit.Cards.ListAsync();
        var given = answer.IsDone ? visit.Cards.Given : [];
        return new(words.Say("mydata.received"), answer.Lines,
        [
            .. given.Select((card, index) => new SheetChoice(
                $"{words.Say("card.takeBack")}: {TerminalText.Line(card.Name)}", () => ClosesAsync(() => visit.Cards.TakeBackAsync(index + 1)), card.Handed.Id)),
        ]);
    }

    async Task<SheetStep> QuestionsAsync() => new SheetStep.Open(new(words.Say("question.own"), (await visit.Stands.QuestionsAsync()).Lines, []));

    async Task<SheetStep> GiveAsync(StandView stand, IReadOnlyList<string> fields)
    {
        var (shown, answer) = await visit.Cards.PreviewAsync(stand.Name, toStand: true, fields);
        return shown is null ? new SheetStep.Tell(answer) : Agree(words.Say("card.hand"), answer, words.Say("card.giveToStand"), () => visit.Cards.HandAsync(stand, shown));
    }

    Task<SheetStep> ExchangeAsync(PersonView person) =>
        ChooseFieldsAsync(words.Say("card.chooseForPerson", ("name", person.Member.Name)), fields => ExchangeAsync(person, fields));

    async Task<SheetStep> ExchangeAsync(PersonView person, IReadOnlyList<string> fields)
    {
        var (shown, answer) = await visit.Cards.PreviewAsync(TerminalText.Line(person.Member.Name), toStand: false, fields);
        return shown is null ? new SheetStep.Tell(answer) : Agree(words.Say("exchange.label"), answer, words.Say("card.giveToPerson"), () => WithAsync(person, now => visit.Cards.OfferAsync(now, shown)));
    }

    /// <summary>Which fields are given is for the one who gives to choose, each time anew; it begins with the name alone.</summary>
    async Task<SheetStep> ChooseFieldsAsync(string title, Func<IReadOnlyList<string>, Task<SheetStep>> thenAsync)
    {
        var filled = await visit.Cards.FilledAsync();
        return new SheetStep.Open(Fields(title, filled, filled.Contains("name") ? ["name"] : [], thenAsync));
    }

    Sheet Fields(string title, IReadOnlyList<string> filled, IReadOnlyList<string> ticked, Func<IReadOnlyList<string>, Task<SheetStep>> thenAsync)
    {
        var choices = filled.Select(field => new SheetChoice($"{(ticked.Contains(field) ? "[x]" : "[ ]")} {words.Say($"card.{field}")}", () => Turn(
            ticked.Contains(field) ? [.. ticked.Where(other => other != field)] : [.. filled.Where(other => other == field || ticked.Contains(other))]), field));
        return ticked.Count == 0
            ? new(title, [words.Say("card.chooseOne")], [.. choices])
            : new(title, [], [.. choices, new(words.Say("card.look"), () => thenAsync(ticked))]);

        Task<SheetStep> Turn(IReadOnlyList<string> now) => Task.FromResult<SheetStep>(new SheetStep.Turn(Fields(title, filled, now, thenAsync)));
    }

    /// <summary>Who will read a question, and how it may be answered; only then it is typed.</summary>
    Sheet Question(StandView stand) => new(words.Say("question.title"), [words.Say("question.how"), words.Say("question.callBack")],
    [
        .. StandErrands.CallBacks.Select(way => new SheetChoice(words.Say($"question.callBack.{way}"), () => AskAsync(stand, way))),
    ]);

    async Task<SheetStep> AskAsync(StandView stand, string way)
    {
        if (!StandErrands.NeedsReach(way))
            return Written("");
        return await visit.Stands.KnownReachAsync(way) is { Length: > 0 } known
            ? Written(known)
            : new SheetStep.Ask(words.Say($"question.callBack.{way}"), reach => Task.FromResult<SheetStep>(Written(reach)));

        SheetStep.Ask Written(string reach) =>
            new(words.Say("question.question"), async text => new SheetStep.Close(await visit.Stands.AskAsync(stand, text, way, reach)));
    }

    /// <summary>Exactly what is given, and below it no and yes, in this order: an Enter too many gives nothing, and neither does going back.</summary>
    SheetStep.Open Agree(string title, Answer shown, string yes, Func<Task<Answer>> give) => new(new(title, shown.Lines,
        [new(words.Say("text.no"), () => ClosesAsync(() => Task.FromResult(Answer.Yes(words.Say("text.notGiven"))))), new(yes, () => ClosesAsync(give))]));
}
