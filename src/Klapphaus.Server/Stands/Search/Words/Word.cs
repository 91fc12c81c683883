namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>A word where it stands in a text.</summary>
readonly record struct Word(int Start, int Length, WordForms Forms)
{
    public int End => Start + Length;
}
