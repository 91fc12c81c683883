namespace Klapphaus.Grains.Stands;

/// <summary>A card that a member has got from another one, as it travels and is stored with who has got it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.ReceivedCardState")]
public sealed record ReceivedCardState
{
    [Id(0)] public required HandedCardState Handed { get; init; }
    /// <summary>What the other was called in the house then.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>As it is written when a call fails: without whose it is.</summary>
    public override string ToString() => Handed.Id;
}
