using System.Diagnostics.CodeAnalysis;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// What the full screen shows beside the map and what its keys do, without a screen: the sheets in the panel, what is asked for, and lines that are typed. May be used
/// from any thread.
/// </summary>
/// <param name="visit">Of whoever sits there.</param>
/// <param name="commands">A line that begins with a slash is a command.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose.")]
sealed class ScreenDesk(TextVisit visit, CommandDesk commands)
{
    /// <summary>An answer of more lines is read in the panel; in the news it would run past.</summary>
    const int MostLinesOfNews = 2;

    readonly Lock gate = new();
    readonly Stack<Sheet> sheets = new();
    /// <summary>Who waits for an answer and was shown as such, by the keys of the choices.</summary>
    readonly HashSet<string> offered = [];
    // One line is answered after the other, however fast they are typed.
    readonly SemaphoreSlim turn = new(1, 1);
    SheetStep.Ask? asked;

    /// <summary>All that can be opened.</summary>
    public Sheets Sheets { get; } = new(visit, commands);

    /// <summary>Something that is shown is otherwise than before.</summary>
    public event Action? Changed;

    /// <summary>The sheet that is shown; null for the conversation.</summary>
    public Sheet? Sheet { get { lock (gate) return sheets.TryPeek(out var top) ? top : null; } }

    /// <summary>What is to be typed; empty for a text to those one talks with.</summary>
    public string Prompt { get { lock (gate) return asked?.Prompt ?? commands.Prompt; } }

    /// <summary>Whoever sits there wants to go.</summary>
    public bool HasEnded => commands.HasEnded;

    /// <summary>Shows a sheet, and none below it.</summary>
    public void Show(Sheet sheet)
    {
        lock (gate)
        {
            sheets.Clear();
            sheets.Push(sheet);
            asked = null;
        }
        Changed?.Invoke();
    }

    /// <summary>Shows a sheet that somebody has turned to by a key; what a command asked before is asked no more.</summary>
    public void TurnTo(Sheet sheet)
    {
        commands.Forget();
        Show(sheet);
    }

    /// <summary>Writes the sheet anew, where the house has changed what stands on it, and opens the one for whoever has begun to wait for an answer.</summary>
    public void Renew()
    {
        lock (gate)
        {
            while (sheets.TryPop(out var top))
            {
                if ((top.Anew is { } anew ? anew() : top) is { } now)
                {
                    sheets.Push(now);
                    break;
                }
            }
            if (asked is null && !commands.IsAsking)
                OfferAnswers();
        }
    }

    /// <summary>Takes back what was asked, else the sheet; false when there is neither.</summary>
    public bool Back()
    {
        bool isBack;
        lock (gate)
        {
            isBack = Prompt.Length > 0 || sheets.TryPop(out _);
            asked = null;
            commands.Forget();
        }
        Changed?.Invoke();
        return isBack;
    }

    public async Task ChooseAsync(SheetChoice choice)
    {
        commands.Forget();
        Take(await choice.ChooseAsync());
    }

    /// <summary>
    /// A line that was typed: an answer to what is asked, a command, or a text for those one talks with. What a command asks is answered by a number of its list or by yes
    /// or no alone, and by nothing else: whoever writes on to the others means them, and is asked no more.
    /// </summary>
    public async Task TypeAsync(string line)
    {
        await turn.WaitAsync();
        try
        {
            if (TakeQuestion() is { } question)
                Take(await question.ThenAsync(TerminalText.Line(line)));
            else if (line.TrimStart().StartsWith('/'))
            {
                // Where any text would be an answer, a command is none.
                if (commands.Prompt.Length > 0)
                    commands.Forget();
                Tell(await commands.DoAsync(line));
            }
            else if (commands.IsAnswer(line))
                Tell(await commands.DoAsync(line));
            else if (TerminalText.Line(line) is { Length: > 0 } text)
            {
                commands.Forget();
                if (await visit.Talks.SayAsync(text) is { IsDone: false } refusal)
                    Tell(refusal);
            }
        }
        finally
        {
            turn.Release();
        }
        // Who waits for an answer may have had to wait for this.
        Changed?.Invoke();
    }

    public void Take(SheetStep step)
    {
        lock (gate)
        {
            switch (step)
            {
                case SheetStep.Open open:
                    sheets.Push(open.Sheet);
                    break;
                case SheetStep.Turn instead:
                    sheets.TryPop(out _);
                    sheets.Push(instead.Sheet);
                    break;
                case SheetStep.Ask ask:
                    asked = ask;
                    break;
                case SheetStep.Back:
                    sheets.TryPop(out _);
                    break;
                case SheetStep.Close:
                    sheets.Clear();
                    break;
            }
        }
        Changed?.Invoke();
        if (step is SheetStep.Tell { Answer: var told })
            Tell(told);
        if (step is SheetStep.Close { Answer: var last })
            Tell(last);
    }

    public void Tell(Answer answer)
    {
        if (answer.Lines.Count > MostLinesOfNews)
        {
            Show(new(visit.House.Words.Say("text.answer"), answer.Lines, []));
            return;
        }
        foreach (var line in answer.Lines)
        {
            // A key that is held asks the same many times; what others want of one is not to be pushed out of sight by that.
            if (visit.House.News.Lines.LastOrDefault() is not { Kind: NewsKind.Answer } last || last.Text != TerminalText.Line(line))
                visit.House.News.Tell(NewsKind.Answer, line);
        }
    }

    /// <summary>Once for each who waits: whoever puts it off has their screen to themselves.</summary>
    void OfferAnswers()
    {
        var answers = Sheets.Answers();
        string[] waiting = [.. answers?.Choices.Select(choice => choice.Key).OfType<string>() ?? []];
        var isNew = waiting.Except(offered).Any();
        offered.Clear();
        offered.UnionWith(waiting);
        if (answers is null || !isNew || (sheets.TryPeek(out var top) && top.Title == answers.Title))
            return;
        sheets.Push(answers);
    }

    SheetStep.Ask? TakeQuestion()
    {
        lock (gate)
        {
            var question = asked;
            asked = null;
            return question;
        }
    }
}
