using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A part of the room with a meaning; a rectangle in 1/32 tile.</summary>
[MessagePackObject]
public sealed record AreaView
{
    [Key("id")] public required string Id { get; init; }
    /// <summary>stand, table, stage, quiet or lobby.</summary>
    [Key("kind")] public required string Kind { get; init; }
    [Key("names")] public required IReadOnlyDictionary<string, string> Names { get; init; }
    [Key("x")] public required int X { get; init; }
    [Key("y")] public required int Y { get; init; }
    [Key("width")] public required int Width { get; init; }
    [Key("height")] public required int Height { get; init; }
    /// <summary>Number of a stand or table; 0 for none.</summary>
    [Key("number")] public int Number { get; init; }
    /// <summary>Seats; 0 for no limit.</summary>
    [Key("capacity")] public int Capacity { get; init; }
    /// <summary>#rrggbb of the exhibitor, or empty.</summary>
    [Key("colour")] public string Colour { get; init; } = "";
}
