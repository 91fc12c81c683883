namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/stands/{stand}/times</c>: offers times for talks, one behind the other, all of them or none.</summary>
public sealed record StandTimesRequest
{
    /// <summary>When the first begins; at most a year away.</summary>
    public DateTimeOffset? Start { get; init; }
    /// <summary>How long each is: 5 to 240.</summary>
    public int Minutes { get; init; }
    /// <summary>1 to 20.</summary>
    public int Count { get; init; }
}
