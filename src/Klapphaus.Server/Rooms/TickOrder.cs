using System.Diagnostics.CodeAnalysis;
using Klapphaus.Grains.Rooms;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Puts a room's ticks back in order. Orleans hands messages from another machine to the thread pool one by one, so on a busy machine the later of two may
/// come first; only when the one before does not come at all has it got lost. Not thread-safe: its link holds the lock.
/// </summary>
sealed class TickOrder
{
    /// <summary>So much later, in milliseconds, one that was overtaken has got lost: two of the longest ticks.</summary>
    const long Patience = 200;

    readonly List<RoomTick> early = [];
    long last;
    long waitingSince = -1;

    public Guid Activation { get; private set; }

    /// <summary>There are ticks of another activation of the room: it has come up anew, and this one will tick no more.</summary>
    public bool IsOver => early.Exists(t => t.Activation != Activation);

    /// <summary>Goes on from a snapshot of the room; ticks that have come meanwhile are kept if they come after it.</summary>
    public void Restart(Guid activation, long number)
    {
        (Activation, last, waitingSince) = (activation, number, -1);
        early.RemoveAll(t => t.Activation != activation || t.Number <= number);
    }

    public void Add(RoomTick tick)
    {
        if (tick.Activation != Activation || tick.Number > last) early.Add(tick);
    }

    /// <summary>The next tick, if it is here.</summary>
    /// <param name="next">That tick.</param>
    /// <param name="now">Milliseconds.</param>
    public bool TryTake([NotNullWhen(true)] out RoomTick? next, long now)
    {
        next = early.Find(t => t.Activation == Activation && t.Number == last + 1);
        if (next is null)
        {
            waitingSince = early.Count == 0 ? -1 : waitingSince < 0 ? now : waitingSince;
            return false;
        }
        early.Remove(next);
        last++;
        waitingSince = -1;
        return true;
    }

    /// <summary>A tick is missing, and later ones have been here for too long.</summary>
    public bool HasLost(long now) => waitingSince >= 0 && now - waitingSince > Patience;
}
