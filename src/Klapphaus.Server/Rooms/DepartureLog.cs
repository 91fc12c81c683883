namespace Klapphaus.Server.Rooms;

/// <summary>
/// Who left one cell for another, numbered in order. Those who see the cell but not where somebody went must be told, perhaps some ticks later; what is
/// older than <see cref="Kept"/> ticks is forgotten when the log grows, and who has not been told of it by then needs everything anew.
/// </summary>
sealed class DepartureLog
{
    /// <summary>In ticks: some six seconds in a full room, many times of what a message that is full makes anybody wait.</summary>
    public const int Kept = 64;

    /// <summary>Forgetting is only worth its while beyond this.</summary>
    const int Roomy = 32;

    readonly List<(int Handle, long Tick)> left = [];

    /// <summary>The number of the oldest that is still known.</summary>
    public long First { get; private set; }

    /// <summary>The number that the next one will get.</summary>
    public long End => First + left.Count;

    /// <summary>The avatar that left.</summary>
    public int this[long number] => left[(int)(number - First)].Handle;

    public void Add(int handle, long tick)
    {
        if (left.Count >= Roomy && left[0].Tick < tick - Kept) Forget(tick - Kept);
        left.Add((handle, tick));
    }

    /// <summary>The number of the first that left after a tick.</summary>
    public long After(long tick)
    {
        var number = left.Count;
        while (number > 0 && left[number - 1].Tick > tick) number--;
        return First + number;
    }

    void Forget(long before)
    {
        var old = 0;
        while (old < left.Count && left[old].Tick < before) old++;
        left.RemoveRange(0, old);
        First += old;
    }
}
