namespace Klapphaus.Desktop.Start;

/// <summary>What the program says where it was started, in the reader's language.</summary>
/// <param name="output">For answers.</param>
/// <param name="errors">For what goes wrong meanwhile.</param>
/// <param name="given">By the command line: de or en; null for what the settings or the system say.</param>
sealed class Speech(TextWriter output, TextWriter errors, string? given)
{
    public Words Words { get; private set; } = new(given ?? SystemLanguage.Find());

    /// <summary>The language that the settings choose, or null for the system's. The command line counts for more.</summary>
    public void Speak(string? chosen) => Words = new(given ?? chosen ?? SystemLanguage.Find());

    public void Say(Phrase phrase) => output.WriteLine(Words.Say(phrase));

    public void Say(string line) => output.WriteLine(line);

    public void Trouble(Phrase phrase) => errors.WriteLine(Words.Say(phrase));
}
