namespace Klapphaus.World.Stands;

/// <summary>That a card was taken back. Whose it was and what stood on it is gone.</summary>
/// <param name="Id">Of the card; random, so that it says nothing of anybody.</param>
/// <param name="At">When it was taken back.</param>
public sealed record TakenBackCard(string Id, DateTimeOffset At);
