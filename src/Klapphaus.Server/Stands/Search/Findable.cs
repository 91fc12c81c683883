namespace Klapphaus.Server.Stands.Search;

/// <summary>What a stand and a material have in common for those who look for them.</summary>
abstract record Findable
{
    public required string Id { get; init; }

    /// <summary>The name that it is known by.</summary>
    public required string Title { get; init; }

    /// <summary>Only what is published can be found: a draft, or what was taken offline, is not in the index at all.</summary>
    public required bool Published { get; init; }

    /// <summary>One sentence; empty for none.</summary>
    public string Line { get; init; } = "";

    /// <summary>As it was written; of a very long text only the beginning is searched.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Challenges that it knows.</summary>
    public IReadOnlyList<string> Challenges { get; init; } = [];

    public IReadOnlyList<SolutionEntry> Solutions { get; init; } = [];

    /// <summary>Of the texts, as a language tag: <c>de</c>, <c>en-GB</c>. Empty for a material in its stand's language.</summary>
    public string Language { get; init; } = "";
}
