using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A material that somebody has taken along, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.BagItemState")]
public sealed record BagItemState
{
    /// <summary>Id of the stand.</summary>
    [Id(0)] public required string Stand { get; init; }
    /// <summary>Id of the material there.</summary>
    [Id(1)] public required string Material { get; init; }
    /// <summary>As it was called then.</summary>
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required DateTimeOffset Taken { get; init; }

    public static BagItemState Of(BagItem item) => new() { Stand = item.Stand, Material = item.Material, Title = item.Title, Taken = item.Taken };

    public BagItem ToItem() => new(Stand, Material, Title, Taken);

    /// <summary>As it is written when a call fails: without what it is.</summary>
    public override string ToString() => "item";
}
