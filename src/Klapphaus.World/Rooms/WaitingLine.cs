namespace Klapphaus.World.Rooms;

/// <summary>Who waits for a place in a full room, in the order of asking. A place that comes free is held for the first for a while.</summary>
public sealed class WaitingLine
{
    /// <summary>How long a place is held, in milliseconds.</summary>
    public const long Hold = 20_000;

    readonly List<string> waiting = [];
    readonly Dictionary<string, long> held = [];

    /// <summary>Places held at this moment.</summary>
    public int Held => held.Count;

    /// <summary>Whether somebody waits or a place is held.</summary>
    public bool Busy => waiting.Count + held.Count > 0;

    /// <summary>Everybody in line; those for whom a place is held come first.</summary>
    public IReadOnlyList<string> All => [.. held.Keys, .. waiting];

    /// <summary>Queues a member (once) and says how many are ahead.</summary>
    public int Join(string member)
    {
        if (held.ContainsKey(member)) return 0;
        var place = waiting.IndexOf(member);
        if (place >= 0) return place;
        waiting.Add(member);
        return waiting.Count - 1;
    }

    /// <summary>The member no longer waits, or came in.</summary>
    public void Leave(string member)
    {
        waiting.Remove(member);
        held.Remove(member);
    }

    /// <summary>Whether a place is held for this member.</summary>
    public bool HoldsFor(string member) => held.ContainsKey(member);

    /// <summary>Lets holds run out and gives <paramref name="free"/> places (those held included) to the first in line.</summary>
    /// <returns>Members for whom a place is held from now on.</returns>
    public IReadOnlyList<string> Serve(int free, long now)
    {
        foreach (var late in held.Where(h => h.Value <= now).Select(h => h.Key).ToList()) held.Remove(late);
        List<string> called = [];
        while (waiting.Count > 0 && held.Count < free)
        {
            held[waiting[0]] = now + Hold;
            called.Add(waiting[0]);
            waiting.RemoveAt(0);
        }
        return called;
    }
}
