namespace Klapphaus.Grains.Stands;

/// <summary>All that is kept of a member's bag.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.BagContents")]
public sealed record BagContents
{
    /// <summary>In the order of taking.</summary>
    [Id(0)] public required BagItemState[] Items { get; init; }
    /// <summary>Those by which the list can be read now.</summary>
    [Id(1)] public required BagLinkState[] Links { get; init; }
    /// <summary>Ids of the stands at which the member may have booked times.</summary>
    [Id(2)] public required string[] TimesAt { get; init; }
}
