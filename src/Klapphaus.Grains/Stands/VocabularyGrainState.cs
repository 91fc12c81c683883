namespace Klapphaus.Grains.Stands;

/// <summary>What is kept of the vocabulary. Never changed in place: what cannot be stored has not happened.</summary>
[GenerateSerializer]
[Alias("Klapphaus.VocabularyGrainState")]
public sealed record VocabularyGrainState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>By their ids.</summary>
    [Id(1)] public Dictionary<string, WordState> Words { get; init; } = [];
}
