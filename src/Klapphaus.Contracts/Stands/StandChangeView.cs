namespace Klapphaus.Contracts;

/// <summary>A change of a stand that can be read back.</summary>
public sealed record StandChangeView
{
    public required long Revision { get; init; }
    /// <summary>As in <c>name</c>, <c>materials/a7</c> or <c>materials/a7/place</c>.</summary>
    public required string Field { get; init; }
    public StandValueView? Before { get; init; }
    public StandValueView? After { get; init; }
    /// <summary>Name of who made it; <c>-</c> when the house does not know them any more.</summary>
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Revision of the change that it undid; 0 for a change of its own.</summary>
    public required long Undoes { get; init; }
}
