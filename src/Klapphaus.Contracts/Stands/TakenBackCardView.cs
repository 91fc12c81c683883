namespace Klapphaus.Contracts;

/// <summary>That a card was taken back. Who has it in a list of their own deletes it there too.</summary>
public sealed record TakenBackCardView
{
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }
}
