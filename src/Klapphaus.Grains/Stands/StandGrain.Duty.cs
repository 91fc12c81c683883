using Klapphaus.Contracts;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>
/// Who is on duty for the stand. A host may be there by several connections, of several processes: a window, and a program that only wants to be reached. Duty is
/// the member's, and not the connection's.
/// </summary>
sealed partial class StandGrain
{
    readonly Attendance staff = new();
    readonly Dictionary<string, StandHost> hostsKnown = [];

    /// <summary>By which connection a process has a host.</summary>
    readonly Dictionary<(string Member, string Process), string> linesKnown = [];

    readonly DutySpells spells = new();

    public Task<ErrorCode> Duty(string process, StandHost host, bool on)
    {
        var member = host.Who.Member;
        // whoever is on duty may always go off it
        if (Refuse(host.Who, StandAct.Staff) is { } error && (on || !Bell.Hosts.Contains(member))) return Task.FromResult(error);
        var now = time.GetUtcNow();
        if (on)
        {
            if (!Bell.Hosts.Contains(member)) spells.Begin(member, now);
            staff.Add(process, member, now);
            linesKnown.Remove((member, process)); // and is told how it is
            Meet(host, process, now);
        }
        else
        {
            spells.End(member, host.Spell, now);
            Relieve(member, now);
            messenger.Attended(member, OffDuty);
        }
        deskChanged = true;
        Settle(now);
        return Task.FromResult(ErrorCode.None);
    }

    public async Task<bool> IsOnDuty(string member) => await SpellOf(member) > 0;

    public Task<long> SpellOf(string member)
    {
        if (State.Place is null) DeactivateOnIdle();
        return Task.FromResult(Bell.Hosts.Contains(member) ? spells.Of(member) : 0);
    }

    public Task<StandPlace?> PlaceOfHost(string member)
    {
        if (State.Place is null) DeactivateOnIdle(); // woken up by somebody who guesses
        return Task.FromResult(showing.IsOpen && Bell.Hosts.Contains(member) ? State.Place : null);
    }

    /// <summary>A process has named its hosts.</summary>
    /// <returns>Members among them who are not on duty.</returns>
    string[] HearHosts(StandAttendance attendance, DateTimeOffset now)
    {
        var process = attendance.Process;
        var named = attendance.Hosts.Select(h => h.Who.Member).ToHashSet();
        foreach (var line in linesKnown.Keys.Where(l => l.Process == process && !named.Contains(l.Member)).ToList()) linesKnown.Remove(line);
        var strangers = Array.FindAll(attendance.Hosts, h => !MayStaff(h.Who));
        // of a process that has not heard yet that they went off duty it does not matter where they are on duty again
        var hosts = attendance.Hosts.Except(strangers).Where(h => spells.Hear(h.Who.Member, h.Spell) || Bell.Hosts.Contains(h.Who.Member)).ToDictionary(h => h.Who.Member);
        deskChanged |= staff.Say(process, hosts.ToDictionary(h => h.Key, _ => now), now);
        foreach (var host in hosts.Values) Meet(host, process, now);
        foreach (var stranger in strangers.Select(s => s.Who.Member))
        {
            // a token of long ago may say less than the one by which another process has them on duty
            if (!staff.IsNamedElsewhere(process, stranger)) Relieve(stranger, now);
            if (!Bell.Hosts.Contains(stranger)) messenger.Attended(stranger, OffDuty);
        }
        return [.. named.Where(m => !hosts.ContainsKey(m))];
    }

    /// <summary>What one is told who is not on duty, or not any more.</summary>
    StandAttendedEvent OffDuty => new() { Stand = Id, Name = StandName, Room = State.Place!.Room, Area = State.Place.Area };

    bool MayStaff(StandCaller who) => May(who, StandAct.Staff);

    /// <summary>The newest that is known of a host, by whichever connection. By another connection than before they know nothing, and are told.</summary>
    void Meet(StandHost host, string process, DateTimeOffset now)
    {
        var member = host.Who.Member;
        var isNew = linesKnown.GetValueOrDefault((member, process)) != host.Connection;
        linesKnown[(member, process)] = host.Connection;
        var before = hostsKnown.GetValueOrDefault(member);
        deskChanged |= before?.Shuns.SequenceEqual(host.Shuns) == false;
        // whom they have nothing to do with is asked anew by every process each time
        hostsKnown[member] = before?.Known > host.Known ? before with { Shuns = host.Shuns } : host;
        Bell.ComeOnDuty(member, now);
        if (isNew) messenger.Attended(member, Desk(member));
    }

    void Relieve(string member, DateTimeOffset now)
    {
        deskChanged |= staff.Leave(member);
        Bell.GoOffDuty(member, now);
    }

    void ForgetHosts()
    {
        foreach (var member in hostsKnown.Keys.Where(m => !Bell.Hosts.Contains(m)).ToList())
        {
            hostsKnown.Remove(member);
            foreach (var line in linesKnown.Keys.Where(l => l.Member == member).ToList()) linesKnown.Remove(line);
        }
    }
}
