using Klapphaus.World.Plans;

namespace Klapphaus.World.Conversations;

/// <summary>The distances, times and numbers by which conversations come about and end. One tile is one metre.</summary>
public static class Nearness
{
    /// <summary>Who stops so near to another falls into conversation, in units: the distance at which people talk at a reception.</summary>
    public const int Reach = 5 * Floor.UnitsPerTile / 2;

    /// <summary>Who is further than this from the middle of the others is no longer with them, in units. So much more than the reach that nobody flaps at the edge.</summary>
    public const int Hold = 4 * Floor.UnitsPerTile;

    /// <summary>How far one may stand outside an area before one has left it, in units.</summary>
    public const int Margin = Floor.UnitsPerTile / 2;

    /// <summary>How long one must have stood, in milliseconds: who only turns, or lets somebody pass, does not mean it.</summary>
    public const long Dwell = 600;

    /// <summary>How often those in a conversation are looked after while one of them walks, in milliseconds: at walking pace a step of less than a metre.</summary>
    public const long LookInterval = 200;

    /// <summary>So many come into a circle by standing near.</summary>
    public const int Capacity = 12;

    /// <summary>So many are in a circle at most; those above <see cref="Capacity"/> were let in.</summary>
    public const int Most = 16;

    /// <summary>So many are in an area whose plan names no number of seats.</summary>
    public const int AreaMost = 50;

    /// <summary>So many browsers can be connected each with each: everyone sends to everyone else.</summary>
    public const int Mesh = 4;

    /// <summary>
    /// For how long there must have been no more than <see cref="Mesh"/> before sound leaves the media server again, in milliseconds: who comes and goes
    /// at the edge must not move everybody's sound to and fro.
    /// </summary>
    public const long BackToMesh = 5_000;

    /// <summary>Who was let in may come within this time, in milliseconds: long enough to cross a hall.</summary>
    public const long Pass = 60_000;

    /// <summary>So long a conversation waits for those whom a room that lost its memory has not heard of again, in milliseconds.</summary>
    public const long Recovery = 15_000;
}
