namespace Klapphaus.Desktop.Start;

/// <summary>Something to be said in the reader's language.</summary>
/// <param name="Sentence"><see cref="Sentence.None"/> for nothing.</param>
/// <param name="Parts">What goes into its gaps: texts and numbers.</param>
readonly record struct Phrase(Sentence Sentence, params object[] Parts)
{
    public bool IsEmpty => Sentence == Sentence.None;
}
