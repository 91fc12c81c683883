using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Somebody at a stand wants one of its hosts.</summary>
[MessagePackObject]
public sealed record BellRangEvent
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    /// <summary>What the stand is called; may be empty.</summary>
    [Key("name")] public string Name { get; init; } = "";
    /// <summary>Where it is: id of the room, and of an area of its plan.</summary>
    [Key("room")] public required string Room { get; init; }
    [Key("area")] public required string Area { get; init; }
    /// <summary>Number of the request at this stand.</summary>
    [Key("request")] public required long Request { get; init; }
    /// <summary>The name under which the visitor is shown.</summary>
    [Key("visitor")] public required string Visitor { get; init; }
    [Key("affiliation")] public string Affiliation { get; init; } = "";
    /// <summary>ring or talk.</summary>
    [Key("wish")] public required string Wish { get; init; }
    /// <summary>Since when they wait, in milliseconds since 1970.</summary>
    [Key("since")] public required long Since { get; init; }
}
