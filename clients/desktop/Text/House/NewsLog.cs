namespace Klapphaus.Desktop.Text;

/// <summary>What happens, sentence by sentence, in the order in which it was told. May be used from any thread.</summary>
/// <param name="time">The clock of the lines.</param>
public sealed class NewsLog(TimeProvider time)
{
    /// <summary>So many can be read back.</summary>
    const int Most = 500;

    readonly Lock gate = new();
    readonly Queue<NewsLine> lines = [];
    long told;

    /// <summary>One more; raised outside of any lock, on the thread that has told it.</summary>
    public event Action<NewsLine>? Told;

    /// <summary>The oldest first.</summary>
    public NewsLine[] Lines { get { lock (gate) return [.. lines]; } }

    /// <summary>Nothing is told of what has no words.</summary>
    public void Tell(NewsKind kind, string text)
    {
        var clean = TerminalText.Line(text);
        if (clean.Length == 0)
            return;
        NewsLine line;
        lock (gate)
        {
            line = new(++told, time.GetUtcNow(), kind, clean);
            lines.Enqueue(line);
            if (lines.Count > Most)
                lines.Dequeue();
        }
        Told?.Invoke(line);
    }
}
