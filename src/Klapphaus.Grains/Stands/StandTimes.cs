namespace Klapphaus.Grains.Stands;

/// <summary>The times of a stand as the one who asks may know them, or why not.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandTimes")]
public sealed record StandTimes
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>Name of the stand.</summary>
    [Id(1)] public string Name { get; init; } = "";
    [Id(2)] public string Room { get; init; } = "";
    /// <summary>By its name, as in <c>Europe/Berlin</c>.</summary>
    [Id(3)] public string Zone { get; init; } = "";
    /// <summary>One may offer times, and is told who has booked one.</summary>
    [Id(4)] public bool MayOffer { get; init; }
    /// <summary>In the order of their beginning: free ones, and those that are one's own; for who may offer times all.</summary>
    [Id(5)] public TimeSlotState[] Slots { get; init; } = [];
    /// <summary>Bookings that are no more: one's own; for who may offer times all.</summary>
    [Id(6)] public CalledOffTimeState[] CalledOff { get; init; } = [];
    /// <summary>What those are called of whom one is told, by their ids.</summary>
    [Id(7)] public Dictionary<string, string> Names { get; init; } = [];
}
