namespace Klapphaus.Desktop.Text;

/// <summary>
/// Writes line by line and never over a line that stands there, so that a screen reader and a file have the same. News come between a prompt and what is typed behind
/// it: then the prompt is left as it is, and written anew below. News that are held come when the line has been typed.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="prompt">Written where something may be typed; empty for none.</param>
sealed class PlainPage(TextWriter output, string prompt)
{
    /// <summary>As many as can be read back; of more the last are kept.</summary>
    const int MostHeld = 500;

    readonly Lock gate = new();
    readonly Queue<string> held = [];
    bool isPrompting;

    /// <summary>Nobody reads any more.</summary>
    public bool IsClosed { get; private set; }

    public void Write(string line) => Write([line]);

    public void Write(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        lock (gate)
        {
            Put(() =>
            {
                if (isPrompting)
                    output.WriteLine();
                // Once more, whatever was done before: nothing but text comes to the terminal.
                foreach (var line in lines)
                    output.WriteLine(TerminalText.Piece(line).TrimEnd());
                if (isPrompting)
                    output.Write(prompt);
            });
        }
    }

    /// <summary>Something may be typed now.</summary>
    public void Prompt()
    {
        if (prompt.Length == 0)
            return;
        lock (gate)
        {
            Put(() => output.Write(prompt));
            isPrompting = true;
        }
    }

    /// <summary>Writes it when the line has been typed that is being typed; at once where none is.</summary>
    public void Hold(string line)
    {
        lock (gate)
        {
            if (!isPrompting)
            {
                Write(line);
                return;
            }
            held.Enqueue(line);
            if (held.Count > MostHeld)
                held.Dequeue();
        }
    }

    /// <summary>A line was typed: the terminal has ended it.</summary>
    public void Typed()
    {
        lock (gate)
        {
            isPrompting = false;
            Write([.. held]);
            held.Clear();
        }
    }

    void Put(Action write)
    {
        if (IsClosed)
            return;
        try
        {
            write();
            output.Flush();
        }
        catch (IOException)
        {
            IsClosed = true;
        }
    }
}
