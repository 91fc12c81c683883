namespace Klapphaus.Grains.Stands;

/// <summary>All cards that are kept with a member: its own, those that it has got, and those that it has given.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.CardsKept")]
public sealed record CardsKept
{
    /// <summary>Null as long as the member has filled in nothing.</summary>
    [Id(0)] public CardState? Own { get; init; }
    [Id(1)] public ReceivedCardState[] Received { get; init; } = [];
    [Id(2)] public TakenBackCardState[] TakenBack { get; init; } = [];
    [Id(3)] public GivenCardState[] Given { get; init; } = [];
}
