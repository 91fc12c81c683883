namespace Klapphaus.Contracts;

/// <summary>What somebody has taken along from stands, for whoever has a link to it.</summary>
public sealed record SharedBagView
{
    /// <summary>What was taken last comes first.</summary>
    public required BagItemView[] Items { get; init; }
}
