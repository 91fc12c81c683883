using Klapphaus.Benchmarks.Generator.Measuring;

namespace Klapphaus.Benchmarks.Generator.Plaza;

/// <summary>
/// The truth of workload plaza: where everybody is, everybody's last 64 steps, and for each of them who stood within sight when it was sent. One thread takes
/// the steps; many may ask about them.
/// </summary>
sealed class PlazaWorld
{
    public const double StepSeconds = 0.1;

    /// <summary>Steps remembered of each walker; of two of them the taker may be writing.</summary>
    const int Remembered = 64;
    const int Readable = Remembered - 2;

    readonly int walkers;
    readonly int words;
    readonly int[] x, y;
    readonly double[] exactX, exactY, heading;
    readonly Random[] random;
    readonly long[] newest;
    readonly int[] places;
    readonly long[] sentAt;
    readonly ulong[] inSight, judged;

    public PlazaWorld(int walkers, int seed)
    {
        this.walkers = walkers;
        words = (walkers + 63) / 64;
        (x, y) = (new int[walkers], new int[walkers]);
        (exactX, exactY, heading) = (new double[walkers], new double[walkers], new double[walkers]);
        newest = new long[walkers];
        (places, sentAt) = (new int[walkers * Remembered], new long[walkers * Remembered]);
        (inSight, judged) = (new ulong[walkers * Remembered * words], new ulong[walkers * Remembered * words]);
        random = [.. Enumerable.Range(0, walkers).Select(id => new Random(unchecked(seed * 1_000_003 + id)))];
        for (var id = 0; id < walkers; id++)
        {
            (exactX[id], exactY[id]) = (random[id].NextDouble() * (Arena.Side - 1), random[id].NextDouble() * (Arena.Side - 1));
            heading[id] = random[id].NextDouble() * Math.Tau;
            (x[id], y[id]) = ((int)exactX[id], (int)exactY[id]);
        }
    }

    public (int X, int Y) Place(int id) => (x[id], y[id]);

    /// <summary>Takes the walker's next step and remembers it; gives what to send, and how many others must see it.</summary>
    public (int X, int Y, int Direction, int MustSee) Step(int id)
    {
        var (newX, newY) = Unique(id, Advance(id));
        (x[id], y[id]) = (newX, newY);
        var step = newest[id] + 1;
        var slot = Slot(id, step);
        var mustSee = RememberSight(id, slot);
        places[slot] = Key(newX, newY);
        sentAt[slot] = Clock.Now;
        Volatile.Write(ref newest[id], step);
        return (newX, newY, Arena.DirectionOf(heading[id]), mustSee);
    }

    /// <summary>The number of the walker's step to this place, if it is a newer one than <paramref name="after"/>; else 0.</summary>
    public long Find(int id, int placeX, int placeY, long after)
    {
        var key = Key(placeX, placeY);
        var last = Volatile.Read(ref newest[id]);
        for (var step = last; step > Math.Max(after, last - Readable); step--)
            if (places[Slot(id, step)] == key) return step;
        return 0;
    }

    public long SentAt(int id, long step) => sentAt[Slot(id, step)];

    /// <summary>Whether the receiver had the step in sight, and so near that it must have been told.</summary>
    public (bool InSight, bool Judged) Sees(int receiver, int id, long step)
    {
        var at = Slot(id, step) * words + (receiver >> 6);
        var bit = 1UL << (receiver & 63);
        return ((inSight[at] & bit) != 0, (judged[at] & bit) != 0);
    }

    /// <summary>The steps between two that can still be asked about.</summary>
    public long FirstReadable(int id, long from) => Math.Max(from, Volatile.Read(ref newest[id]) - Readable + 1);

    static int Key(int placeX, int placeY) => placeX << 16 | placeY;

    static int Slot(int id, long step) => id * Remembered + (int)(step & Remembered - 1);

    /// <summary>Straight on, now and then in another direction, and back from the walls.</summary>
    (int X, int Y) Advance(int id)
    {
        if (random[id].NextDouble() < 0.15) heading[id] += (random[id].NextDouble() - 0.5) * Math.PI;
        var newX = exactX[id] + Math.Cos(heading[id]) * Arena.Speed * StepSeconds;
        var newY = exactY[id] + Math.Sin(heading[id]) * Arena.Speed * StepSeconds;
        if (newX is < 0 or >= Arena.Side - 1)
        {
            heading[id] = Math.PI - heading[id];
            newX = Math.Clamp(newX, 0, Arena.Side - 2);
        }
        if (newY is < 0 or >= Arena.Side - 1)
        {
            heading[id] = -heading[id];
            newY = Math.Clamp(newY, 0, Arena.Side - 2);
        }
        (exactX[id], exactY[id]) = (newX, newY);
        return ((int)newX, (int)newY);
    }

    /// <summary>The place is the key of a step, so it is moved aside until none of the remembered steps has it.</summary>
    (int X, int Y) Unique(int id, (int X, int Y) place)
    {
        var taken = places.AsSpan(id * Remembered, Remembered);
        var (tryX, tryY) = place;
        while (taken.Contains(Key(tryX, tryY)))
        {
            tryX++;
            if (tryX < Arena.Side - 1) continue;
            tryX -= 40;
            tryY = Math.Max(0, tryY - 1);
        }
        return (tryX, tryY);
    }

    int RememberSight(int id, int slot)
    {
        var mustSee = 0;
        for (var word = 0; word < words; word++)
        {
            ulong seen = 0, near = 0;
            var first = word * 64;
            for (var bit = 0; bit < Math.Min(64, walkers - first); bit++)
            {
                var other = first + bit;
                if (other == id) continue; // nobody is judged by what it hears of itself
                var distance = Math.Max(Math.Abs(x[other] - x[id]), Math.Abs(y[other] - y[id]));
                if (distance <= Arena.Radius) seen |= 1UL << bit;
                if (distance > Arena.JudgedRadius) continue;
                near |= 1UL << bit;
                mustSee++;
            }
            (inSight[slot * words + word], judged[slot * words + word]) = (seen, near);
        }
        return mustSee;
    }
}
