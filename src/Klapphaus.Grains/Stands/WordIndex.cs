using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>All words of the network's vocabulary.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.WordIndex")]
public sealed class WordIndex
{
    /// <summary>Another one after each change.</summary>
    [Id(0)] public required long Version { get; init; }
    [Id(1)] public required WordState[] Words { get; init; }

    public Vocabulary ToVocabulary() => new(Words.ToDictionary(w => w.Id, w => w.ToWord()));
}
