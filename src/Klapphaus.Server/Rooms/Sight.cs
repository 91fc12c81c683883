namespace Klapphaus.Server.Rooms;

/// <summary>
/// How far one sees, in cells. Where few are, everybody sees everybody; the fuller a room, the nearer the edge of what one is told. It is widened
/// again only when a quarter fewer are there, so that it does not flicker at a threshold.
/// </summary>
sealed class Sight
{
    static readonly (int UpTo, int Cells)[] steps = [(60, 0), (150, 4), (int.MaxValue, 2)];

    int step;

    public int Cells => steps[step].Cells;

    /// <summary>True when it changed.</summary>
    public bool Adjust(int people)
    {
        var before = step;
        while (people > steps[step].UpTo) step++;
        while (step > 0 && people < steps[step - 1].UpTo * 3 / 4) step--;
        return step != before;
    }
}
