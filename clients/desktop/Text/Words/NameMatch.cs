namespace Klapphaus.Desktop.Text;

/// <summary>Finds what somebody means who types a part of a name, without regard to case, accents and the spelling of umlauts.</summary>
static class NameMatch
{
    /// <summary>
    /// Those that are meant, in their order: the whole name counts before its beginning, that before the beginning of a word in it, that before any part, and that
    /// before a name that has all the words somewhere.
    /// </summary>
    /// <param name="things">What there is.</param>
    /// <param name="name">What each is called.</param>
    /// <param name="typed">What was typed.</param>
    public static IReadOnlyList<T> Find<T>(IEnumerable<T> things, Func<T, string> name, string typed)
    {
        Spelling wanted = new(typed.Trim());
        if (wanted.Plain.Length == 0)
            return [];
        var ranked = things.Select(thing => (Thing: thing, Rank: Rank(new(name(thing)), wanted))).Where(each => each.Rank > 0).ToList();
        if (ranked.Count == 0)
            return [];
        var best = ranked.Max(each => each.Rank);
        return [.. ranked.Where(each => each.Rank == best).Select(each => each.Thing)];
    }

    /// <summary>
    /// Those whose name is what was typed, else those whose name has each typed word as a whole word: nobody is meant here by chance, because some letters are in their name.
    /// </summary>
    /// <param name="things">What there is.</param>
    /// <param name="name">What each is called, and nothing beside it.</param>
    /// <param name="typed">What was typed.</param>
    public static IReadOnlyList<T> FindWhole<T>(IEnumerable<T> things, Func<T, string> name, string typed)
    {
        Spelling wanted = new(typed.Trim());
        if (WordsIn(wanted.Plain).Length == 0)
            return [];
        var meant = things.Select(thing => (Thing: thing, Name: new Spelling(name(thing)))).Where(each => HasWords(each.Name, wanted)).ToList();
        var exact = meant.Where(each => each.Name.Plain == wanted.Plain || each.Name.German == wanted.German).ToList();
        return [.. (exact.Count > 0 ? exact : meant).Select(each => each.Thing)];
    }

    static bool HasWords(Spelling name, Spelling wanted) => HasWords(name.Plain, wanted.Plain) || HasWords(name.German, wanted.German);

    static bool HasWords(string name, string wanted) => !WordsIn(wanted).Except(WordsIn(name), StringComparer.Ordinal).Any();

    static string[] WordsIn(string text) =>
        string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static int Rank(Spelling name, Spelling wanted) => Math.Max(Rank(name.Plain, wanted.Plain), Rank(name.German, wanted.German));

    static int Rank(string name, string wanted)
    {
        if (name == wanted)
            return 5;
        // "7" means stand 7, and not 17 or 70.
        if (wanted.All(char.IsAsciiDigit))
            return NumbersIn(name).Contains(wanted) ? 4 : 0;
        if (name.StartsWith(wanted, StringComparison.Ordinal))
            return 4;
        for (var at = name.IndexOf(wanted, StringComparison.Ordinal); at > 0; at = name.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsLetterOrDigit(name[at - 1]))
                return 3;
        }
        if (name.Contains(wanted, StringComparison.Ordinal))
            return 2;
        var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Array.TrueForAll(words, word => Rank(name, word) > 0) ? 1 : 0;
    }

    static string[] NumbersIn(string name) => string.Concat(name.Select(letter => char.IsAsciiDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    readonly record struct Spelling(string Plain, string German)
    {
        public Spelling(string words)
            : this(Fold.Plain(words), Fold.German(words))
        {
        }
    }
}
