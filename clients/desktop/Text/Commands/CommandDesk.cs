using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// Takes lines as they are typed, does what they ask for, and answers in sentences. Where more than one thing may be meant it asks back with a numbered list, and the
/// next line may be the number. One line after the other: the next begins when the last was answered.
/// </summary>
sealed partial class CommandDesk
{
    readonly TextVisit visit;
    readonly bool isPatient;
    readonly TimeProvider time;
    readonly TextWords words;

    /// <summary>What the next line may answer; changed as a whole, as news come on other threads.</summary>
    Question? question;

    /// <param name="visit">Of whoever types; it lives no longer than this desk.</param>
    /// <param name="isPatient">A line is answered when all of it has been done, walks too, as a script needs it; else walks go on by themselves.</param>
    /// <param name="time">The clock for waiting.</param>
    public CommandDesk(TextVisit visit, bool isPatient, TimeProvider time)
    {
        (this.visit, this.isPatient, this.time, words) = (visit, isPatient, time, visit.House.Words);
        visit.House.Asked += DropQuestion;
    }

    public TextVisit Visit => visit;

    /// <summary>The next line may answer something.</summary>
    public bool IsAsking => Volatile.Read(ref question) is not null || visit.Wait.Offered is not null;

    /// <summary>The line is an answer to what is asked: a number of the list, or a yes or no and nothing else.</summary>
    public bool IsAnswer(string line) => (Volatile.Read(ref question) ?? Offered(visit.Wait.Offered))?.Understand(TerminalText.Line(line)) is not null;

    /// <summary>What is to be written next, where any text is an answer; else empty.</summary>
    public string Prompt => Volatile.Read(ref question)?.Prompt ?? "";

    /// <summary>Whatever was asked is asked no more.</summary>
    public void Forget() => TakeQuestion();

    /// <summary>Whoever types wants to go.</summary>
    public bool HasEnded { get; private set; }

    public async Task<Answer> DoAsync(string line)
    {
        var (word, rest) = TypedLine.Parse(line);
        if (word.Length == 0)
            return Answer.Done;
        if (TakeQuestion()?.Understand(TerminalText.Line(line)) is { } answerAsync)
            return await answerAsync();
        if (CommandTable.Find(word) is { } command)
            return await command.DoAsync(this, rest);
        var near = CommandTable.Nearest(word, words.IsGerman, visit.House.IsModerator);
        return near.Count == 0
            ? Answer.No(words.Say("text.unknown", ("word", word)))
            : Answer.No(words.Say("text.unknownNear", ("word", word), ("near", string.Join(", ", near))));
    }

    public Task<Answer> HelpAsync(string word)
    {
        if (word.Length > 0)
            return Task.FromResult(CommandTable.Find(word) is { } command ? Answer.Yes(Help(command)) : Answer.No(words.Say("text.unknown", ("word", word))));
        var all = CommandTable.All.Where(each => !each.IsForModerators || visit.House.IsModerator);
        return Task.FromResult(Answer.Yes([words.Say("text.helpLead"), .. all.Select(Help), words.Say("text.helpNames")]));
    }

    public Task<Answer> QuitAsync()
    {
        HasEnded = true;
        return Task.FromResult(Answer.Yes(words.Say("text.bye")));
    }

    /// <summary>Goes on after so many seconds; news come meanwhile. For scripts.</summary>
    public async Task<Answer> WaitAsync(string seconds)
    {
        if (!int.TryParse(seconds, out var count) || count is < 1 or > 3600)
            return Answer.No(Help(CommandTable.Find("wait")!));
        await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(count), time), visit.Ended);
        return Answer.Done;
    }

    /// <summary>One's own help, as a sentence that begins with the words.</summary>
    internal string Help(CommandWord command) => $"{string.Join(", ", words.IsGerman ? command.German : command.English)}: {words.Say($"text.help.{command.Id}")}";

    /// <summary>Does something with the one thing that is meant; asks back where more than one may be.</summary>
    /// <param name="things">What there is.</param>
    /// <param name="name">What each is called.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="missing">Key of what is said when there is none of that name.</param>
    /// <param name="then">What is to be done.</param>
    /// <param name="label">How each stands in the list; by default as it is called.</param>
    Task<Answer> PickAsync<T>(IEnumerable<T> things, Func<T, string> name, string typed, string missing, Func<T, Task<Answer>> then, Func<T, string>? label = null)
    {
        var found = NameMatch.Find(things, name, typed);
        return found switch
        {
            [] => Task.FromResult(Answer.No(words.Say(missing, ("name", typed)))),
            [var only] => then(only),
            _ => Task.FromResult(Choose(found, label ?? name, then)),
        };
    }

    Answer Choose<T>(IReadOnlyList<T> options, Func<T, string> name, Func<T, Task<Answer>> then)
    {
        Ask(line => Number(line) is >= 1 and var number && number <= options.Count ? () => then(options[number - 1]) : null);
        return Answer.Yes([words.Say("text.which"), .. options.Select((option, index) => $"{index + 1}. {name(option)}")]);
    }

    /// <summary>Asks for a yes or a no and nothing else: "ja nicht!" is neither, and whatever is neither is a line of its own, after which nothing is asked any more.</summary>
    /// <param name="yes">What is done then.</param>
    /// <param name="no">Key of what is said to a no.</param>
    void AskFor(Func<Task<Answer>> yes, string no) => Volatile.Write(ref question, YesOrNo(yes, no));

    void Ask(Func<string, Func<Task<Answer>>?> understand, string prompt = "") => Volatile.Write(ref question, new(understand, Dropped: "", prompt));

    Question YesOrNo(Func<Task<Answer>> yes, string no) => new(
        line => (CommandTable.Find(TypedLine.Parse(line).Word)?.Id, TypedLine.Parse(line).Rest) switch
        {
            ("yes", "") => yes,
            ("no", "") => () => Task.FromResult(Answer.Yes(words.Say(no))),
            _ => null,
        },
        no);

    /// <summary>What the next line may answer, once: what this desk has asked, else the offer to wait before a room.</summary>
    Question? TakeQuestion()
    {
        var offered = visit.Wait.TakeOffer();
        return Interlocked.Exchange(ref question, null) ?? Offered(offered);
    }

    Question? Offered(RoomSummary? room) => room is null ? null : YesOrNo(() => visit.Wait.BeginAsync(room), "text.notWaiting");

    /// <summary>Somebody else asks for a yes: from now on it is said to them, and not to what was asked here before.</summary>
    void DropQuestion()
    {
        // A list waits for a number, which nobody says at a bell.
        if (Volatile.Read(ref question) is not { Dropped: "" } && TakeQuestion() is { Dropped: var said })
            visit.House.News.Tell(NewsKind.Answer, words.Say(said));
    }

    /// <summary>A number as it was typed; 0 for none.</summary>
    static int Number(string typed) => int.TryParse(typed.TrimEnd('.'), out var number) && number > 0 ? number : 0;

    /// <summary>Something has to stand behind the word; else its help is the answer.</summary>
    Task<Answer> NeedAsync(string id, bool isThere, Func<Task<Answer>> then) =>
        isThere ? then() : Task.FromResult(Answer.No(Help(CommandTable.All.First(command => command.Id == id))));

    /// <summary>Something that was asked.</summary>
    /// <param name="Understand">What is to be done for a line; null for one that is no answer.</param>
    /// <param name="Dropped">Key of what is said when it counts no more; empty for what stays.</param>
    /// <param name="Prompt">What is to be written, where any text is an answer; else empty.</param>
    sealed record Question(Func<string, Func<Task<Answer>>?> Understand, string Dropped, string Prompt = "");
}
