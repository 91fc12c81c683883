namespace Klapphaus.World.Stands;

/// <summary>A host wants a field to be otherwise.</summary>
/// <param name="Field">Which.</param>
/// <param name="Revision">That of the field as the host had it before the eyes; 0 for a field that nobody had touched.</param>
/// <param name="Value">What is to stand in it; null to empty it or to take an item away. Of no account for a place.</param>
/// <param name="Behind">For a new item and for a place: id of the item that comes before it, empty for the front, null for the end.</param>
public sealed record StandEdit(StandField Field, long Revision, StandValue? Value, string? Behind = null);
