namespace Klapphaus.Grains.Stands;

/// <summary>A link by which a bag can be read on another device, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.BagLinkState")]
public sealed record BagLinkState
{
    /// <summary>Random; it stands in the link, sealed by the house.</summary>
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required DateTimeOffset Issued { get; init; }
    [Id(2)] public required DateTimeOffset Expires { get; init; }

    public bool IsInForce(DateTimeOffset now) => now < Expires;

    /// <summary>As it is written when a call fails: without the id, since that is a key.</summary>
    public override string ToString() => "link";
}
