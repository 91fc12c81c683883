namespace Klapphaus.World.Stands;

/// <summary>What may stand in a part of a stand.</summary>
/// <param name="Name">As it travels and is stored.</param>
/// <param name="German">For people.</param>
/// <param name="English">The same.</param>
/// <param name="Most">So many items at most.</param>
/// <param name="Longest">So many characters its text has at most.</param>
sealed record PartRule(string Name, string German, string English, int Most, int Longest)
{
    public bool NeedsText { get; init; }

    /// <summary>Its text may have several lines.</summary>
    public bool HasLines { get; init; }

    public bool TakesFile { get; init; }

    public bool TakesLink { get; init; }

    /// <summary>There must be a file or a link, and not both.</summary>
    public bool NeedsSource { get; init; }

    public bool TakesLanguage { get; init; }

    public bool NeedsLanguage { get; init; }
}
