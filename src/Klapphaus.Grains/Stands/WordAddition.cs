namespace Klapphaus.Grains.Stands;

/// <summary>What became of a word that was to be added.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.WordAddition")]
public sealed record WordAddition
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>As it is in the vocabulary now; null when it is not.</summary>
    [Id(1)] public WordState? Word { get; init; }
    /// <summary>Words that may well mean the same.</summary>
    [Id(2)] public WordState[] Similar { get; init; } = [];
}
