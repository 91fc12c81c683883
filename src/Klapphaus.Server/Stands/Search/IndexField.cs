namespace Klapphaus.Server.Stands.Search;

/// <summary>
/// A field of the entries, which is several in the index: its words as they are, their German stems, the parts of its German compounds, its English stems. An
/// entry has only those of its own language.
/// </summary>
/// <param name="Field">Whose words they are.</param>
/// <param name="Weight">What a word there counts. The name stands so far above the text that a name with the word comes before any text that repeats it.</param>
sealed record IndexField(SearchField Field, float Weight)
{
    /// <summary>The stand that an entry belongs to.</summary>
    public const string Stand = "stand";

    /// <summary>The number of an entry.</summary>
    public const string Number = "number";

    /// <summary>All words of an entry, wherever they stand, for those that are typed almost like them.</summary>
    public const string Spelling = "spelling";

    public static IReadOnlyList<IndexField> All { get; } =
    [
        new(SearchField.Title, 12), new(SearchField.Topics, 5), new(SearchField.Challenges, 5), new(SearchField.Solutions, 5), new(SearchField.Line, 3), new(SearchField.Text, 1),
    ];

    public string Words { get; } = $"{Field}";

    public string German { get; } = $"{Field}.de";

    public string Parts { get; } = $"{Field}.parts";

    public string English { get; } = $"{Field}.en";
}
