namespace Klapphaus.World.Plans;

/// <summary>The measures that every floor is drawn in.</summary>
public static class Floor
{
    /// <summary>A tile is a metre; positions are whole numbers of its 32nd part.</summary>
    public const int UnitsPerTile = 32;

    /// <summary>Turns units into tiles by shifting: right for every position that is inside a room.</summary>
    internal const int UnitBits = 5;

    /// <summary>The shortest side of a room, in tiles.</summary>
    public const int MinTiles = 4;

    /// <summary>The longest side of a room, in tiles: bit maps of it stay below 2 KB each.</summary>
    public const int MaxTiles = 128;
}
