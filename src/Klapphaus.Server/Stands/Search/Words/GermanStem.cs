namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>
/// Brings the forms of a German word together: Innenstädte and Innenstadt, beleben, belebt and Belebung, Händlerinnen and Händler. A stem is for comparing
/// only and need not be a word. The stemmers that are to be had stop at endings of nouns, or part the verb from its noun; here both count as one, since
/// whoever looks for Belebung is glad of what was belebt.
/// </summary>
static class GermanStem
{
    static readonly string[] nounEndings = ["ungen", "ung", "heiten", "heit", "keiten", "keit"];

    /// <summary>Endings of case, number and person, the longest first, each with how much of the word has to be left.</summary>
    static readonly (string Ending, int Least)[] endings = [("ern", 4), ("em", 4), ("en", 3), ("er", 4), ("es", 3), ("e", 3)];

    /// <summary>An s is an ending behind these only: Haus, Basis and Prozess keep theirs.</summary>
    const string BeforeS = "abdefghklmnoprtwy";

    /// <param name="plain">The plain form of a word.</param>
    public static string Of(string plain)
    {
        var stem = WithoutWomen(plain);
        if (!CutNoun(ref stem)) CutEnding(ref stem);
        CutT(ref stem);
        CutHidden(ref stem);
        return stem.Length == plain.Length ? plain : stem.ToString();
    }

    static ReadOnlySpan<char> WithoutWomen(ReadOnlySpan<char> word) =>
        word.Length > 8 && word.EndsWith("erinnen") ? word[..^5] : word.Length > 7 && word.EndsWith("erin") ? word[..^2] : word;

    static bool CutNoun(ref ReadOnlySpan<char> word)
    {
        foreach (var ending in nounEndings)
            if (Cut(ref word, ending, 4)) return true;
        return false;
    }

    static void CutEnding(ref ReadOnlySpan<char> word)
    {
        foreach (var (ending, least) in endings)
            if (Cut(ref word, ending, least)) return;
        if (word.Length > 4 && (word[^1] == 's' && BeforeS.Contains(word[^2], StringComparison.Ordinal) || word.EndsWith("eln"))) word = word[..^1];
    }

    /// <summary>The t of a verb (belebt, vermietet). Innenstadt and Konzept lose theirs, too, in all their forms; shorter ones like Markt do not.</summary>
    static void CutT(ref ReadOnlySpan<char> word)
    {
        if (word.Length > 6 && (word.EndsWith("tet") || word.EndsWith("det"))) word = word[..^2];
        if (word.Length > 5 && word[^1] == 't') word = word[..^1];
    }

    /// <summary>What stood before the ending that is gone: saniert and Sanierung without their er, Zentrums and Zentren without um and en.</summary>
    static void CutHidden(ref ReadOnlySpan<char> word)
    {
        if (Cut(ref word, "en", 4) || Cut(ref word, "er", 4)) return;
        if (!word.EndsWith("aum")) Cut(ref word, "um", 4);
    }

    static bool Cut(ref ReadOnlySpan<char> word, string ending, int least)
    {
        if (word.Length - ending.Length < least || !word.EndsWith(ending)) return false;
        word = word[..^ending.Length];
        return true;
    }
}
