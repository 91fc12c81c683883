namespace Klapphaus.World.Stands;

/// <summary>
/// Numbers the spells of duty of a stand's hosts. Processes name those whom they have on duty again and again, and may not have heard that somebody has gone off it:
/// by the number they say which spell they mean, and nobody is brought back into one that has ended. Numbers grow, also after everything was forgotten:
/// they are at least ticks of the clock. Where only some processes give one, those without mean any spell.
/// </summary>
public sealed class DutySpells
{
    /// <summary>Of so many hosts it is known when they have gone off duty; more than a team has.</summary>
    public const int MostEnded = 200;

    /// <summary>Of somebody whom a process names without one.</summary>
    public const long Unknown = 1;

    readonly Dictionary<string, long> newest = [];

    /// <summary>By member: all spells up to this one have ended.</summary>
    readonly Dictionary<string, long> ended = [];

    /// <summary>The newest spell of somebody who is on duty.</summary>
    public long Of(string member) => newest.GetValueOrDefault(member, Unknown);

    /// <summary>A new spell begins.</summary>
    /// <returns>Its number, more than that of any before.</returns>
    public long Begin(string member, DateTimeOffset now) =>
        newest[member] = Math.Max(now.UtcTicks, Math.Max(newest.GetValueOrDefault(member), ended.GetValueOrDefault(member)) + 1);

    /// <summary>All that have begun until now are over, and the one that is known to whoever says so: it may have begun by a clock that is ahead.</summary>
    public void End(string member, long known, DateTimeOffset now)
    {
        ended[member] = Math.Max(now.UtcTicks, Math.Max(known, newest.GetValueOrDefault(member)));
        if (ended.Count > MostEnded) ended.Remove(ended.MinBy(e => e.Value).Key);
    }

    /// <summary>A process names somebody as on duty in a spell.</summary>
    /// <returns>False when it has ended.</returns>
    public bool Hear(string member, long spell)
    {
        if (ended.TryGetValue(member, out var last) && spell <= last) return false;
        newest[member] = Math.Max(Of(member), spell);
        return true;
    }

    /// <summary>Nothing of somebody is known here any more.</summary>
    public void Forget(string member)
    {
        newest.Remove(member);
        ended.Remove(member);
    }
}
