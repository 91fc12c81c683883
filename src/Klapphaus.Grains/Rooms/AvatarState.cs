namespace Klapphaus.Grains.Rooms;

/// <summary>Position and heading in 32 bits, as they travel in batches and ticks: 12 bits x, 12 bits y (1/32 tile), 8 bits heading.</summary>
public static class AvatarState
{
    /// <summary>Positions that do not fit are not positions in any room.</summary>
    public const int MaxPosition = 0xFFF;

    public static uint Pack(int x, int y, int heading) => (uint)x | (uint)y << 12 | (uint)heading << 24;

    public static int X(uint state) => (int)(state & 0xFFF);

    public static int Y(uint state) => (int)(state >> 12 & 0xFFF);

    public static int Heading(uint state) => (int)(state >> 24);
}
