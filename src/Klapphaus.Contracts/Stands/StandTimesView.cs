namespace Klapphaus.Contracts;

/// <summary>The times for talks at a stand, as one may know them.</summary>
public sealed record StandTimesView
{
    /// <summary>Id of the stand.</summary>
    public required string Stand { get; init; }
    /// <summary>Name of the stand.</summary>
    public required string Name { get; init; }
    public required string Room { get; init; }
    /// <summary>Of the clock on the stand's wall, as in <c>Europe/Berlin</c>.</summary>
    public required string Zone { get; init; }
    /// <summary>One may offer times, and is told who has booked one.</summary>
    public required bool MayOffer { get; init; }
    /// <summary>In the order of their beginning: free ones, and those that one has to do with; for who may offer times all.</summary>
    public required StandTimeView[] Times { get; init; }
}
