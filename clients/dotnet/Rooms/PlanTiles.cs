using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>Where on a plan one can walk.</summary>
sealed class PlanTiles(FloorPlanView plan)
{
    public int Width => plan.Width;
    public int Height => plan.Height;

    public bool IsFree(int x, int y)
    {
        if (x < 0 || y < 0 || x >= Width || y >= Height)
            return false;
        var bit = (y * Width) + x;
        return !IsSet(plan.Walls, bit) && !IsSet(plan.Furniture, bit);
    }

    static bool IsSet(byte[] bits, int bit) => bit / 8 < bits.Length && (bits[bit / 8] >> (bit % 8) & 1) != 0;
}
