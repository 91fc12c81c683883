using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>
/// Who is at the stand. Everything is of the moment: the processes that have the connections name them again and again, and a stand that has woken up anew
/// knows them after a few seconds.
/// </summary>
sealed partial class StandGrain : IStandBellGrain
{
    /// <summary>Hosts are told so often at most who is there, and the house whether anybody is: at a full stand people come and go all the time.</summary>
    static readonly TimeSpan gathering = TimeSpan.FromSeconds(1);

    /// <summary>The book believes it for more than three times this (<see cref="IStandBookGrain.Believed"/>).</summary>
    static readonly TimeSpan repeat = TimeSpan.FromSeconds(10);

    readonly Guid activation = Guid.NewGuid();
    readonly Attendance guests = new();
    readonly Dictionary<string, StandGuest> guestsKnown = [];
    IGrainTimer? careTimer;
    DateTimeOffset deskToldAt = DateTimeOffset.MinValue;
    DateTimeOffset mannedToldAt = DateTimeOffset.MinValue;
    bool deskChanged;
    bool mannedTold;

    public Task<AttendanceAnswer> Attend(StandAttendance attendance)
    {
        if (State.Place is null)
        {
            DeactivateOnIdle(); // woken up by somebody who guesses, or taken away meanwhile
            return Task.FromResult(new AttendanceAnswer { Activation = activation, NotOnDuty = [.. attendance.Hosts.Select(h => h.Who.Member)] });
        }
        var now = time.GetUtcNow();
        foreach (var member in attendance.Gone) LetGo(member, attendance, now);
        deskChanged |= guests.Say(attendance.Process, attendance.Guests.ToDictionary(g => g.Member, g => g.Since), now);
        var notOnDuty = HearHosts(attendance, now);
        foreach (var guest in attendance.Guests) Meet(guest);
        Settle(now);
        return Task.FromResult(new AttendanceAnswer
        {
            Activation = activation,
            Ringing = [.. Bell.Line.Concat(Bell.Talks).Select(r => r.Visitor)],
            NotOnDuty = notOnDuty,
        });
    }

    string StandName => content.TextOf(StandPart.Name);

    void Meet(StandGuest guest)
    {
        var before = guestsKnown.GetValueOrDefault(guest.Member);
        CountArrival(guest.Member);
        guestsKnown[guest.Member] = guest;
        deskChanged |= before?.Name != guest.Name || before.Affiliation != guest.Affiliation;
        if (Bell.RequestOf(guest.Member) is { } request)
        {
            if (before is not null && before.Connection != guest.Connection) Tell(request);
        }
        else if (guest.Rang is { } rang && rang != activation) TellLost(guest.Member);
    }

    /// <summary>Who has gone for good as a visitor may well be on duty, and the other way round.</summary>
    void LetGo(string member, StandAttendance attendance, DateTimeOffset now)
    {
        if (!Array.Exists(attendance.Guests, g => g.Member == member))
        {
            deskChanged |= guests.Leave(member);
            Bell.Leave(member, now);
        }
        // they may have gone by one connection, and be there by another
        if (!Array.Exists(attendance.Hosts, h => h.Who.Member == member) && !staff.IsNamedElsewhere(attendance.Process, member)) Relieve(member, now);
    }

    void Forget(string member)
    {
        var now = time.GetUtcNow();
        deskChanged |= guests.Leave(member) | staff.Leave(member);
        Bell.Forget(member, now);
        spells.Forget(member);
        Settle(now);
    }

    /// <summary>The team, or who sees the stand, is otherwise than before: who may not be called any more is not, and at a stand that is not shown nobody rings.</summary>
    void Review(bool wasOpen)
    {
        if (Bell.Hosts.Count == 0 && Bell.Line.Count == 0 && Bell.Talks.Count == 0) return;
        var now = time.GetUtcNow();
        foreach (var member in Bell.Hosts.Where(m => hostsKnown.GetValueOrDefault(m) is not { } host || !MayStaff(host.Who)).ToList())
        {
            Relieve(member, now);
            messenger.Attended(member, OffDuty);
        }
        if (wasOpen && !showing.IsOpen) Bell.Shut();
        deskChanged = true;
        Settle(now);
    }

    /// <summary>Forgets who has gone, tells whatever has happened, and sees to it that the rules look again when it is time.</summary>
    void Settle(DateTimeOffset now)
    {
        var (guestsGone, guestsChanged) = guests.Expire(now);
        var (staffGone, staffChanged) = staff.Expire(now);
        foreach (var member in guestsGone) Bell.Leave(member, now);
        foreach (var member in staffGone) Bell.GoOffDuty(member, now);
        Bell.Expire(now);
        deskChanged |= guestsChanged || staffChanged;
        TellBell();
        if (deskChanged && now - deskToldAt >= gathering) TellDesk(now);
        foreach (var member in guestsKnown.Keys.Where(m => !guests.Knows(m)).ToList())
        {
            CountLeaving(member);
            if (Bell.RequestOf(member) is null) guestsKnown.Remove(member);
        }
        ForgetHosts();
        var since = now - mannedToldAt;
        if (Bell.IsStaffed != mannedTold && since >= gathering || Bell.IsStaffed && since >= repeat) _ = TellMannedAsync(Bell.IsStaffed, now);
        Arm(now);
    }

    void TellDesk(DateTimeOffset now)
    {
        (deskChanged, deskToldAt) = (false, now);
        foreach (var host in Bell.Hosts) messenger.Attended(host, Desk(host));
    }

    /// <summary>What the book does not hear is told again soon, and it forgets by itself.</summary>
    async Task TellMannedAsync(bool manned, DateTimeOffset now)
    {
        (mannedTold, mannedToldAt) = (manned, now);
        try
        {
            if (await Book.Man(Id, manned)) messenger.BookChanged();
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the book does not answer just now
        {
            log.Untold(Id, e.GetType().Name);
        }
    }

    void Arm(DateTimeOffset now)
    {
        DateTimeOffset?[] deadlines =
        [
            Bell.NextDeadline, guests.NextDeadline, staff.NextDeadline,
            deskChanged ? deskToldAt + gathering : null, Bell.IsStaffed != mannedTold ? mannedToldAt + gathering : null,
        ];
        var due = deadlines.Min() is { } next ? next - now : Timeout.InfiniteTimeSpan;
        careTimer ??= this.RegisterGrainTimer(Care, new() { DueTime = Timeout.InfiniteTimeSpan, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });
        careTimer.Change(due == Timeout.InfiniteTimeSpan || due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    Task Care(CancellationToken cancellationToken)
    {
        if (State.Place is not null) Settle(time.GetUtcNow());
        return Task.CompletedTask;
    }
}
