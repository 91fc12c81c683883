using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Puts somebody elsewhere in the room. For moderators.</summary>
[MessagePackObject]
public sealed record MovePersonRequest
{
    [Key("handle")] public required int Handle { get; init; }
    /// <summary>In 1/32 tile.</summary>
    [Key("x")] public required int X { get; init; }
    /// <summary>In 1/32 tile.</summary>
    [Key("y")] public required int Y { get; init; }
}
