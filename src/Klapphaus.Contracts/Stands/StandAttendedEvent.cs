using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>How it is at a stand, for one of its hosts.</summary>
[MessagePackObject]
public sealed record StandAttendedEvent
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    /// <summary>What the stand is called; may be empty.</summary>
    [Key("name")] public string Name { get; init; } = "";
    /// <summary>Where it is: id of the room, and of an area of its plan.</summary>
    [Key("room")] public required string Room { get; init; }
    [Key("area")] public required string Area { get; init; }
    /// <summary>One can be called. When not, nothing more is said of the stand.</summary>
    [Key("onDuty")] public bool OnDuty { get; init; }
    /// <summary>Names of the others who are on duty.</summary>
    [Key("hosts")] public string[] Hosts { get; init; } = [];
    /// <summary>Who is at the stand, first come first; the first 50.</summary>
    [Key("visitors")] public StandVisitorView[] Visitors { get; init; } = [];
    /// <summary>How many are at the stand.</summary>
    [Key("count")] public int Count { get; init; }
    /// <summary>Who waits for a host, first come first.</summary>
    [Key("line")] public BellRequestView[] Line { get; init; } = [];
    /// <summary>The talk that one is in oneself; null for none.</summary>
    [Key("talk")] public BellRequestView? Talk { get; init; }
}
