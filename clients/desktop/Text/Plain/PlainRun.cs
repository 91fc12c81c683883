using Klapphaus.Client;

namespace Klapphaus.Desktop.Text;

/// <summary>The house line by line: for screen readers, and for scripts, whose lines are answered one after the other until there are no more.</summary>
/// <param name="input">What is typed.</param>
/// <param name="output">What is told.</param>
/// <param name="isTerminal">Somebody sits there; else it is a script.</param>
/// <param name="time">The clock.</param>
sealed class PlainRun(TextReader input, TextWriter output, bool isTerminal, TimeProvider time)
{
    readonly PlainPage page = new(output, isTerminal ? "> " : "");
    CommandDesk? desk;

    /// <summary>0 when everything that was asked for was granted, or somebody at a terminal has gone; 1 when the house was not entered or was lost, or something was refused to a script.</summary>
    public async Task<int> RunAsync(TextOptions options, CancellationToken cancellation)
    {
        var words = TextWords.Of(options.Language);
        Reply<TextVisit> reply;
        try
        {
            reply = await TextVisit.ComeAsync(options, words, time, cancellation);
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        if (reply is not { Granted: true, Value: { } visit })
        {
            page.Write(words.Error(reply.Error));
            return 1;
        }
        await using (visit)
        {
            visit.House.News.Told += Tell;
            page.Write(words.Say("text.welcome", ("name", visit.House.Me.Name)));
            return await StayAsync(visit, cancellation) ? 0 : 1;
        }
    }

    /// <summary>True when all went as it was asked for.</summary>
    async Task<bool> StayAsync(TextVisit visit, CancellationToken cancellation)
    {
        desk = new(visit, isPatient: !isTerminal, time) { MayBeQuiet = true };
        var entered = await visit.EnterFirstAsync();
        page.Write(entered.Lines);
        var isGood = entered.IsDone;
        if (isTerminal)
            _ = visit.RunAsync(visit.GoOnAsync);
        else
            isGood &= Tell(await visit.GoOnAsync());
        while (!desk.HasEnded && !page.IsClosed)
        {
            page.Prompt();
            if (await ReadAsync(visit, cancellation) is not (true, var line))
                return false;
            page.Typed();
            if (line is null)
                break;
            isGood &= Tell(await desk.DoAsync(line));
        }
        return isTerminal || isGood;
    }

    /// <summary>The next line, null after the last; and false when the visit has ended before it came.</summary>
    async Task<(bool IsHere, string? Line)> ReadAsync(TextVisit visit, CancellationToken cancellation)
    {
        // Reading blocks, and nothing but a line ends it; the process does not wait for that.
        var reading = Task.Run(ReadLine, CancellationToken.None);
        var cancelled = new TaskCompletionSource();
        await using (cancellation.Register(cancelled.SetResult))
            await Task.WhenAny(reading, visit.Ended, cancelled.Task);
        if (visit.Ended.IsCompleted)
            return (await visit.Ended, null);
        return cancellation.IsCancellationRequested ? (false, null) : (true, await reading);
    }

    string? ReadLine()
    {
        try
        {
            return input.ReadLine();
        }
        catch (IOException)
        {
            // The terminal was closed.
            return null;
        }
    }

    /// <summary>Says what came of something, and gives whether it was done.</summary>
    bool Tell(Answer answer)
    {
        page.Write(answer.Lines);
        return answer.IsDone;
    }

    void Tell(NewsLine news)
    {
        // What one has said oneself is the answer to the line with which one has said it.
        if (news.Kind == NewsKind.Own)
            return;
        if (desk is { IsQuiet: true } && news.Kind != NewsKind.Call)
            page.Hold(news.Text);
        else
            page.Write(news.Text);
    }
}
