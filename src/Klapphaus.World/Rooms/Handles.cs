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
    int next;

    public int Take(long now)
    {
        if (resting.TryPeek(out var oldest) && (now - oldest.Since >= Rest || next == Limit))
            return resting.Dequeue().Handle;
        return next < Limit ? next++ : throw new InvalidOperationException("A room has at most 65,536 avatars.");
    }

    public void GiveBack(int handle, long now) => resting.Enqueue((handle, now));

    /// <summary>Marks a number as given out: an avatar that is carried over from elsewhere keeps the one it had.</summary>
    public void Claim(int handle, long now)
    {
        // the numbers below it that nobody claims come back by resting first
        while (next <= handle)
        {
            if (next != handle) resting.Enqueue((next, now));
            next++;
        }
    }
}
