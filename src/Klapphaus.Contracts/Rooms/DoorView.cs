using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A way into another room; a rectangle in 1/32 tile.</summary>
[MessagePackObject]
public sealed record DoorView
{
    [Key("id")] public required string Id { get; init; }
    [Key("room")] public required string Room { get; init; }
    [Key("roomNames")] public required IReadOnlyDictionary<string, string> RoomNames { get; init; }
    [Key("x")] public required int X { get; init; }
    [Key("y")] public required int Y { get; init; }
    [Key("width")] public required int Width { get; init; }
    [Key("height")] public required int Height { get; init; }
}
