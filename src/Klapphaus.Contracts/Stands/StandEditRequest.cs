namespace Klapphaus.Contracts;

/// <summary>A field is to be otherwise.</summary>
public sealed record StandEditRequest
{
    /// <summary>As in <c>name</c>, <c>materials/a7</c> or <c>materials/a7/place</c>.</summary>
    public string? Field { get; init; }
    /// <summary>That of the field as one had it before the eyes; 0 for a field that nobody had touched.</summary>
    public long Revision { get; init; }
    /// <summary>Null to empty the field or to take an item away. Of no account for a place.</summary>
    public StandValueView? Value { get; init; }
    /// <summary>For a new item and for a place: id of the item that comes before it, empty for the front, null for the end.</summary>
    public string? Behind { get; init; }
}
