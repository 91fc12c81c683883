namespace Klapphaus.Grains.Stands;

/// <summary>A card that a member has given to another one, as it travels and is stored with who has given it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.GivenCardState")]
public sealed record GivenCardState
{
    [Id(0)] public required HandedCardState Handed { get; init; }
    /// <summary>Id of the member who has it.</summary>
    [Id(1)] public required string To { get; init; }
    /// <summary>What they were called then.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>As it is written when a call fails: without whose it is.</summary>
    public override string ToString() => Handed.Id;
}
