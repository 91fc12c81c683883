namespace Klapphaus.Contracts;

/// <summary>A field of a stand as it is now.</summary>
public sealed record StandFieldView
{
    /// <summary>Null when nothing stands in it.</summary>
    public StandValueView? Value { get; init; }
    /// <summary>To be named by whoever changes it; 0 when nobody has touched it yet.</summary>
    public required long Revision { get; init; }
    /// <summary>Name of who made it so; <c>-</c> when the house does not know them any more, empty when nobody has touched it yet.</summary>
    public required string By { get; init; }
    /// <summary>Null when nobody has touched it yet.</summary>
    public DateTimeOffset? Since { get; init; }
}
