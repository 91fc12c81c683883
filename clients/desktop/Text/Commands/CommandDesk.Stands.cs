using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// Stands, the bag, and the card.
sealed partial class CommandDesk
{
    /// <summary>The fields of a card by the words that people type.</summary>
    static readonly Dictionary<string, string> fields = new()
    {
        ["name"] = "name",
        ["ort"] = "affiliation", ["organisation"] = "affiliation", ["kommune"] = "affiliation", ["affiliation"] = "affiliation", ["town"] = "affiliation",
        ["mail"] = "email", ["email"] = "email", ["e-mail"] = "email", ["telefon"] = "telephone", ["telephone"] = "telephone", ["phone"] = "telephone",
        ["notiz"] = "note", ["note"] = "note",
    };

    /// <summary>Reads the stand at which one stands, or one by its name or number; those of other rooms, too.</summary>
    public async Task<Answer> StandAsync(string name)
    {
        if (name.Length == 0)
            return (visit.Stands.Here ?? visit.Stands.Shown?.Id) is { } meant ? await ReadStandAsync(meant) : Answer.No(words.Say("text.noStand"));
        var house = visit.House;
        var here = visit.Lists.Areas.Select(area => (Title: house.Place.Title(area), Id: house.StandIn(area.Id)?.Id)).Where(stand => stand.Id is not null).ToList();
        if (NameMatch.Find(here, stand => stand.Title, name).Count > 0)
            return await PickAsync(here, stand => stand.Title, name, "text.noSuchStand", stand => ReadStandAsync(stand.Id!));
        var (refusal, all) = await visit.Stands.AllAsync();
        return refusal ?? await PickAsync(
            all, stand => stand.Name, name, "text.noSuchStand", stand => ReadStandAsync(stand.Id), stand => TerminalText.Line($"{stand.Name} ({house.RoomName(stand.Room)})"));
    }

    async Task<Answer> ReadStandAsync(string stand) => (await visit.Stands.ReadAsync(stand)).Answer;

    public Task<Answer> TakeAsync(string number) => NeedAsync("take", Number(number) > 0, () => visit.Bag.TakeAsync(Number(number)));

    public Task<Answer> DropAsync(string number) => NeedAsync("drop", Number(number) > 0, () => visit.Bag.TakeOutAsync(Number(number)));

    /// <summary>One of the bag by its number, or all of it; where to may stand behind it.</summary>
    public Task<Answer> SaveAsync(string rest)
    {
        var (what, folder) = TypedLine.Parse(rest);
        return NeedAsync("save", what.Length > 0 && (IsAll(what) || Number(what) > 0), () => IsAll(what) ? visit.Bag.SaveAllAsync(folder) : visit.Bag.SaveAsync(Number(what), folder));
    }

    /// <summary>Says who will read it, and asks how one wants to be answered, before a question is left. A script has said all that it has to say: it is answered in writing.</summary>
    public Task<Answer> AskAsync(string text) => NeedAsync("ask", text.Length > 0, async () =>
    {
        var (stand, refusal) = await visit.Stands.MeantAsync();
        if (stand is null)
            return refusal!;
        if (isPatient)
        {
            var left = await visit.Stands.AskAsync(stand, text, "none", reach: "");
            return left with { Lines = [words.Say("question.how"), .. left.Lines] };
        }
        var ways = Choose(StandErrands.CallBacks, way => words.Say($"question.callBack.{way}"), way => AskAsync(stand, text, way));
        return ways with { Lines = [words.Say("question.how"), words.Say("text.askAt", ("stand", stand.Name)), words.Say("question.callBack"), .. ways.Lines.Skip(1)] };
    });

    async Task<Answer> AskAsync(StandView stand, string text, string callBack)
    {
        if (!StandErrands.NeedsReach(callBack))
            return await visit.Stands.AskAsync(stand, text, callBack, reach: "");
        if (await visit.Stands.KnownReachAsync(callBack) is { Length: > 0 } known)
            return await visit.Stands.AskAsync(stand, text, callBack, known);
        // a command is no address: whoever is asked something else meanwhile, by a bell for instance, means that
        Ask(
            line => CommandTable.Find(TypedLine.Parse(line).Word)?.Id switch
            {
                "no" => () => Task.FromResult(Answer.Yes(words.Say("text.notAsked"))),
                null => () => visit.Stands.AskAsync(stand, text, callBack, line.Trim()),
                _ => null,
            },
            words.Say("text.reach"));
        return Answer.Yes(words.Say("text.reach"));
    }

    public Task<Answer> UnaskAsync(string number) => NeedAsync("unask", Number(number) > 0, () => visit.Stands.TakeQuestionBackAsync(Number(number)));

    /// <summary>Shows the own card, or writes a field of it.</summary>
    public Task<Answer> CardAsync(string rest)
    {
        if (rest.Length == 0)
            return visit.Cards.ShowAsync();
        var (word, text) = TypedLine.Parse(rest);
        return NeedAsync("card", FieldOf(word) is not null, () => visit.Cards.WriteAsync(FieldOf(word)!, text));
    }

    /// <summary>From the stand that is meant; with a number one that was given to somebody.</summary>
    public Task<Answer> TakeCardBackAsync(string number) => number.Length == 0
        ? visit.Cards.TakeBackAsync()
        : NeedAsync("takeback", Number(number) > 0, () => visit.Cards.TakeBackAsync(Number(number)));

    /// <summary>Gives the own card to the stand that is meant, after a yes to exactly what is shown.</summary>
    public async Task<Answer> GiveAsync(string rest)
    {
        if (ReadFields(rest) is not { } given)
            return Answer.No(Help(CommandTable.Find("give")!));
        var (stand, refusal) = await visit.Stands.MeantAsync();
        if (stand is null)
            return refusal!;
        var (shown, answer) = await visit.Cards.PreviewAsync(stand.Name, toStand: true, given);
        return shown is null ? answer : Agree(answer, () => visit.Cards.HandAsync(stand, shown));
    }

    /// <summary>"Bo", or "Bo: name email": offers one's card for theirs, after a yes to exactly what is shown.</summary>
    public Task<Answer> ExchangeAsync(string rest)
    {
        var (name, which) = TypedLine.AtColon(rest);
        return NeedAsync("exchange", name.Length > 0 && ReadFields(which) is not null, () => WithPersonAsync(name, async person =>
        {
            var (shown, answer) = await visit.Cards.PreviewAsync(TerminalText.Line(person.Member.Name), toStand: false, ReadFields(which)!);
            return shown is null ? answer : Agree(answer, () => visit.Cards.OfferAsync(person, shown));
        }));
    }

    public Task<Answer> DeclineAsync(string name) => NeedAsync("decline", name.Length > 0, () => WithPersonAsync(name, visit.Cards.DeclineAsync));

    /// <summary>Rings where one stands; with "gespräch" for a talk alone, with "aus" no longer.</summary>
    public Task<Answer> RingAsync(string rest) => Fold.Plain(rest) switch
    {
        "" => visit.Bells.RingAsync("ring"),
        "gesprach" or "gespraech" or "talk" => visit.Bells.RingAsync("talk"),
        _ => NeedAsync("ring", IsOff(rest), visit.Bells.LeaveAsync),
    };

    /// <summary>"aus", "Stadt Weimar", "Stadt Weimar aus": can be called for a stand, or no longer.</summary>
    public async Task<Answer> DutyAsync(string rest)
    {
        var at = rest.LastIndexOf(' ');
        var last = rest[(at + 1)..];
        var (isOff, isOn) = (IsOff(last), Fold.Plain(last) is "an" or "on");
        var name = isOff || isOn ? rest[..Math.Max(at, 0)].Trim() : rest;
        var (refusal, stands) = await visit.Stands.OwnAsync();
        if (refusal is not null)
            return refusal;
        if (name.Length > 0)
            return await PickAsync(stands, stand => stand.Name, name, "text.noSuchStand", BeOnDutyAsync, Named);
        return stands switch
        {
            [] => Answer.No(words.Say("text.noOwnStand")),
            [var only] => await BeOnDutyAsync(only),
            _ => Choose(stands, Named, BeOnDutyAsync),
        };

        Task<Answer> BeOnDutyAsync(StandCardView stand) => visit.Bells.BeOnDutyAsync(stand.Id, on: !isOff);

        static string Named(StandCardView stand) => TerminalText.Line(stand.Name);
    }

    /// <summary>Shows what was asked for, and waits for a yes.</summary>
    Answer Agree(Answer shown, Func<Task<Answer>> yes)
    {
        AskFor(yes, "text.notGiven");
        return shown with { Lines = [.. shown.Lines, words.Say("text.agree")] };
    }

    /// <summary>Fields as they were typed, none for the usual ones; null where one is no field.</summary>
    static IReadOnlyList<string>? ReadFields(string typed)
    {
        string?[] read = [.. typed.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FieldOf)];
        return read.Contains(null) ? null : [.. read.OfType<string>().Distinct()];
    }

    static string? FieldOf(string word) => fields.GetValueOrDefault(Fold.Plain(word.TrimEnd(':')));

    static bool IsAll(string word) => Fold.Plain(word) is "alles" or "all" or "everything";
}
