namespace Klapphaus.Contracts;

/// <summary>What one has taken along from stands.</summary>
public sealed record BagView
{
    /// <summary>What was taken last comes first.</summary>
    public required BagItemView[] Items { get; init; }
    /// <summary>By which the list can be read on other devices.</summary>
    public required BagLinkView[] Links { get; init; }
    /// <summary>So many materials it holds at most.</summary>
    public required int Most { get; init; }
}
