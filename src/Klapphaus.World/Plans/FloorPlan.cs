using System.Diagnostics.CodeAnalysis;

namespace Klapphaus.World.Plans;

/// <summary>A room's ground: what stands where, and where one can walk and see. Never changes; a changed room is a new plan.</summary>
public sealed class FloorPlan
{
    readonly TileGrid _walls;
    readonly TileGrid _furniture;
    readonly TileGrid _blocked;
    readonly TileGrid _unreached;

    internal FloorPlan(TileGrid walls, TileGrid furniture, IReadOnlyList<Entry> entries)
    {
        _walls = walls;
        _furniture = furniture;
        _blocked = TileGrid.Union(walls, furniture);
        Entries = entries;
        DefaultEntry = entries.First(entry => entry.IsDefault);
        _unreached = Reach.From(DefaultEntry.Rect.Tiles(), _blocked);
        WallBits = walls.ToBits();
        FurnitureBits = furniture.ToBits();
    }

    [SetsRequiredMembers]
    FloorPlan(FloorPlan other, int capacity)
    {
        (_walls, _furniture, _blocked, _unreached) = (other._walls, other._furniture, other._blocked, other._unreached);
        (Id, Names, Kind, Capacity, Version) = (other.Id, other.Names, other.Kind, capacity, other.Version);
        (Areas, Doors, Entries, DefaultEntry) = (other.Areas, other.Doors, other.Entries, other.DefaultEntry);
        (WallBits, FurnitureBits) = (other.WallBits, other.FurnitureBits);
    }

    /// <summary>The room's id: the name of its file without the ending.</summary>
    public required string Id { get; init; }

    /// <summary>By language; "de" is always there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>One of <see cref="RoomKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>How many people the room takes.</summary>
    public required int Capacity { get; init; }

    /// <summary>Changes whenever the file does.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<Area> Areas { get; init; }

    public required IReadOnlyList<Door> Doors { get; init; }

    public IReadOnlyList<Entry> Entries { get; }

    public Entry DefaultEntry { get; }

    /// <summary>In tiles.</summary>
    public int Width => _walls.Width;

    /// <summary>In tiles.</summary>
    public int Height => _walls.Height;

    /// <summary>One bit a tile, row by row from the north-west, lowest bit first. Not to be written to.</summary>
    public byte[] WallBits { get; }

    /// <summary>The same for furniture.</summary>
    public byte[] FurnitureBits { get; }

    /// <summary>Everything outside the room is wall.</summary>
    public bool IsWall(int tileX, int tileY) => _walls[tileX, tileY];

    public bool IsFurniture(int tileX, int tileY) => IsInside(tileX, tileY) && _furniture[tileX, tileY];

    /// <summary>Inside the room and on neither wall nor furniture.</summary>
    public bool IsFree(Position position) => _blocked.IsFree(position);

    public Area? FindArea(string id) => Areas.FirstOrDefault(area => area.Id == id);

    public Door? FindDoor(string id) => Doors.FirstOrDefault(door => door.Id == id);

    public Entry? FindEntry(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    /// <summary>
    /// Whether one can walk straight: every point of the segment is free, and it does not pass the very corner at which two
    /// blocked tiles meet. The same in both directions; a position is free as by <see cref="IsFree"/>.
    /// </summary>
    public bool ClearLine(Position from, Position to) => _blocked.IsClear(from, to);

    /// <summary>Like <see cref="ClearLine"/> with walls only: one sees and hears over furniture.</summary>
    public bool ClearSight(Position from, Position to) => _walls.IsClear(from, to);

    /// <summary>
    /// Whether there is a way of at most this many units, around corners where need be. Ways of more than 16 tiles are not
    /// looked for.
    /// </summary>
    public bool WayWithin(Position from, Position to, int units) => WaySearch.Exists(_blocked, from, to, units);

    /// <summary>The nearest position that one can walk to from the default entry: never inside a closed-off corner.</summary>
    public Position NearestFree(Position position)
    {
        if (_unreached.IsFree(position))
            return position;
        Position best = ArrivalAt(DefaultEntry, 0);
        long nearest = long.MaxValue;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (_unreached[x, y])
                    continue;
                Position candidate = Rect.OfTile(x, y).Clamp(position);
                long distance = candidate.SquaredDistanceTo(position);
                if (distance < nearest)
                    (best, nearest) = (candidate, distance);
            }
        }
        return best;
    }

    /// <summary>How far it is on foot from there to everywhere; from the nearest free place when that is not free.</summary>
    internal WalkField WalkedFrom(Position position)
    {
        var free = NearestFree(position);
        return WalkField.From(_unreached, free.TileX, free.TileY);
    }

    /// <summary>
    /// Where somebody arrives: in the middle of one of the entry's free tiles. Consecutive seeds take different tiles, far from
    /// each other, until all are taken.
    /// </summary>
    public Position ArrivalAt(Entry entry, int seed)
    {
        List<(int X, int Y)> tiles = [.. entry.Rect.Tiles().Where(tile => !_unreached[tile.X, tile.Y])];
        if (tiles.Count == 0)
            return ArrivalAt(DefaultEntry, seed);
        (int x, int y) = tiles[(int)((uint)seed * (ulong)Stride(tiles.Count) % (ulong)tiles.Count)];
        return entry.Rect.Clamp(Position.AtTile(x, y));
    }

    /// <summary>Where one can stand within a part of the room: in the middle of its tiles, the nearest to its own middle first.</summary>
    public IEnumerable<Position> PlacesIn(Rect part) => part.Tiles()
        .Where(tile => !_unreached[tile.X, tile.Y])
        .Select(tile => Position.AtTile(tile.X, tile.Y))
        .Where(part.Contains)
        .OrderBy(place => place.SquaredDistanceTo(part.Middle));

    /// <summary>The same plan for more or fewer people.</summary>
    public FloorPlan WithCapacity(int capacity) => new(this, capacity);

    /// <summary>About the golden section of the count and without a common divisor: visits every tile, neighbours late.</summary>
    static int Stride(int count)
    {
        int stride = Math.Max(1, (int)(count * 0.618));
        while (GreatestCommonDivisor(stride, count) != 1)
            stride++;
        return stride;
    }

    static int GreatestCommonDivisor(int one, int other) => other == 0 ? one : GreatestCommonDivisor(other, one % other);

    bool IsInside(int tileX, int tileY) => (uint)tileX < (uint)Width && (uint)tileY < (uint)Height;
}
