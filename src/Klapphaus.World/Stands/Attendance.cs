using Klapphaus.World.Rooms;

namespace Klapphaus.World.Stands;

/// <summary>
/// Who is at a stand, or on duty for it, as the processes say that have their connections. Each names all of its own, again and again; whichever is silent for
/// long is gone with all whom it named. Somebody whom nobody names any more is away, and has gone only after a while: lines break and are there again, by
/// another process too, and who steps aside comes back.
/// </summary>
public sealed class Attendance
{
    /// <summary>As long as a room keeps the place of a lost line.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(Room.Grace);

    /// <summary>Processes speak every five seconds; three in a row may be lost.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    readonly Dictionary<string, Naming> processes = [];
    readonly Dictionary<string, Attendee> known = [];

    /// <summary>Who is here, first come first.</summary>
    public IReadOnlyList<string> Here => [.. known.Where(k => k.Value.AwaySince is null).OrderBy(k => k.Value.Since).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Key)];

    /// <summary>When <see cref="Expire"/> has something to do; null while it has not.</summary>
    public DateTimeOffset? NextDeadline => processes.Values.Where(p => p.Members.Count > 0).Select(p => (DateTimeOffset?)p.At + Silence)
        .Concat(known.Values.Where(k => k.AwaySince is not null).Select(k => k.AwaySince + Grace)).Min();

    /// <summary>Is here, or was until a moment ago and may come back.</summary>
    public bool Knows(string member) => known.ContainsKey(member);

    /// <summary>Another process has somebody here, too: by one connection they may be gone, and by another not.</summary>
    public bool IsNamedElsewhere(string process, string member) => processes.Any(p => p.Key != process && p.Value.Members.Contains(member));

    /// <summary>Since when somebody is here whom one knows.</summary>
    public DateTimeOffset SinceOf(string member) => known[member].Since;

    /// <summary>A process names all whom it has here, and since when; those of before whom it does not name, it has no more.</summary>
    /// <returns>Whether others are here than before.</returns>
    public bool Say(string process, IReadOnlyDictionary<string, DateTimeOffset> here, DateTimeOffset now)
    {
        processes[process] = new([.. here.Keys], now);
        foreach (var (member, since) in here)
            if (!known.TryGetValue(member, out var attendee)) known[member] = new() { Since = since };
            else if (since < attendee.Since) attendee.Since = since;
        return Look(now);
    }

    /// <summary>The same for one more.</summary>
    public bool Add(string process, string member, DateTimeOffset now)
    {
        if (!processes.TryGetValue(process, out var naming)) processes[process] = naming = new([], now);
        naming.Members.Add(member);
        known.TryAdd(member, new() { Since = now });
        return Look(now);
    }

    /// <summary>Somebody has gone by their own act, or was sent, and is not waited for.</summary>
    /// <returns>Whether they were here.</returns>
    public bool Leave(string member)
    {
        foreach (var naming in processes.Values) naming.Members.Remove(member);
        return known.Remove(member, out var attendee) && attendee.AwaySince is null;
    }

    /// <summary>Lets go of processes that are silent and of people who have not come back.</summary>
    /// <returns>Who has gone, and whether others are here than before.</returns>
    public (IReadOnlyList<string> Gone, bool Changed) Expire(DateTimeOffset now)
    {
        foreach (var silent in processes.Where(p => now - p.Value.At >= Silence).Select(p => p.Key).ToList()) processes.Remove(silent);
        var changed = Look(now);
        var gone = known.Where(k => k.Value.AwaySince is { } since && now - since >= Grace).Select(k => k.Key).ToList();
        foreach (var member in gone) known.Remove(member);
        return (gone, changed);
    }

    bool Look(DateTimeOffset now)
    {
        var named = processes.Values.SelectMany(p => p.Members).ToHashSet();
        var changed = false;
        foreach (var (member, attendee) in known)
        {
            var isHere = named.Contains(member);
            if (isHere == attendee.IsHere) continue;
            (attendee.IsHere, attendee.AwaySince) = (isHere, isHere ? null : now);
            changed = true;
        }
        return changed;
    }

    sealed record Naming(HashSet<string> Members, DateTimeOffset At);

    sealed class Attendee
    {
        public DateTimeOffset Since { get; set; }

        /// <summary>Somebody names them; who is new is not counted before it is looked.</summary>
        public bool IsHere { get; set; }

        public DateTimeOffset? AwaySince { get; set; }
    }
}
