namespace Klapphaus.Grains.Stands;

/// <summary>What is kept of a member's bag. Never changed in place: what cannot be stored has not happened.</summary>
[GenerateSerializer]
[Alias("Klapphaus.BagGrainState")]
public sealed record BagGrainState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>In the order of taking.</summary>
    [Id(1)] public BagItemState[] Items { get; init; } = [];
    [Id(2)] public BagLinkState[] Links { get; init; } = [];
    /// <summary>Ids of stands.</summary>
    [Id(3)] public string[] TimesAt { get; init; } = [];
}
