namespace Klapphaus.World.Stands;

/// <summary>An item of a list of a stand.</summary>
/// <param name="Id">Its id in the list.</param>
/// <param name="Value">What it is.</param>
public sealed record StandItem(string Id, StandValue Value);
