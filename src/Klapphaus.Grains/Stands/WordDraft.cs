using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A word that somebody wants to add to the vocabulary.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.WordDraft")]
public sealed record WordDraft
{
    [Id(0)] public required WordKind Kind { get; init; }
    [Id(1)] public required string German { get; init; }
    /// <summary>The same; may be empty.</summary>
    [Id(2)] public string English { get; init; } = "";
    /// <summary>Of a solution: ids of the challenges that it is for.</summary>
    [Id(3)] public string[] Answers { get; init; } = [];
    /// <summary>Similar words have been shown, and none means the same.</summary>
    [Id(4)] public bool Nonetheless { get; init; }
}
