namespace Klapphaus.Grains.Stands;

/// <summary>A member's card as it is kept, or why it is not.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.CardKept")]
public sealed record CardKept
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public FaultState[] Faults { get; init; } = [];
    [Id(2)] public CardState Card { get; init; } = new();
}
