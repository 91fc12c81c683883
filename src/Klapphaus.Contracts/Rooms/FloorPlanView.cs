using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A floor plan as clients draw it and find ways in it.</summary>
[MessagePackObject]
public sealed record FloorPlanView
{
    /// <summary>Changes whenever the plan does.</summary>
    [Key("version")] public required string Version { get; init; }
    /// <summary>In tiles, at most 128.</summary>
    [Key("width")] public required int Width { get; init; }
    [Key("height")] public required int Height { get; init; }
    /// <summary>One bit a tile, row by row from the north-west, lowest bit first: tiles that are wall.</summary>
    [Key("walls")] public required byte[] Walls { get; init; }
    /// <summary>The same for furniture: nobody walks there either, but one sees over it.</summary>
    [Key("furniture")] public required byte[] Furniture { get; init; }
    [Key("areas")] public required AreaView[] Areas { get; init; }
    [Key("doors")] public required DoorView[] Doors { get; init; }
}
