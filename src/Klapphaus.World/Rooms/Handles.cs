namespace Klapphaus.World.Rooms;

/// <summary>
/// Gives out the small numbers of a room. A number that was given back rests for a while, so that a late step of the one who left is
/// never taken for one of somebody who came.
/// </summary>
sealed class Handles
{
    /// <summary>Moves carry 16 bits of it.</summary>
    const int Limit = 65536;
    const long Rest = 30_000;

    readonly Queue<(int Handle, long Since)> resting = new();
    readonly HashSet<int> given = [];
    int next;

    public int Take(long now)
    {
        while (resting.TryPeek(out var oldest) && (now - oldest.Since >= Rest || next == Limit))
        {
            resting.Dequeue();
            if (given.Add(oldest.Handle)) return oldest.Handle; // else it was claimed while it rested
        }
        if (next == Limit) throw new InvalidOperationException("A room has at most 65,536 avatars.");
        given.Add(next);
        return next++;
    }

    public void GiveBack(int handle, long now)
    {
        if (given.Remove(handle)) resting.Enqueue((handle, now));
    }

    /// <summary>Marks a number as given out: an avatar that is carried over from elsewhere keeps the one it had. False when somebody has it.</summary>
    public bool TryClaim(int handle, long now)
    {
        if ((uint)handle >= Limit || !given.Add(handle)) return false;
        // the numbers below it that nobody claims come back by resting first
        for (; next <= handle; next++)
            if (next != handle) resting.Enqueue((next, now));
        return true;
    }
}
