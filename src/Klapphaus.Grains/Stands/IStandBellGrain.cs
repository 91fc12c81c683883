using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>
/// The bell of a stand, and who is there; the key is the stand's id. Nothing of it is stored. Processes name those whom they have (<see cref="Attend"/>) whenever
/// that changes and every five seconds, so that a stand that has woken up anew knows them again.
/// </summary>
[Alias("Klapphaus.IStandBellGrain")]
public interface IStandBellGrain : IGrainWithStringKey
{
    /// <summary>A process names all whom it has here; whom it does not name, it has no more.</summary>
    [Alias("Attend")]
    Task<AttendanceAnswer> Attend(StandAttendance attendance);

    /// <summary>Somebody of the team can be called from now on, or no longer, by whichever of their connections.</summary>
    /// <param name="process">That has the connection.</param>
    /// <param name="host">Who it is; whoever goes off duty, with the spell that is known to the process.</param>
    /// <param name="on">Whether they can be called.</param>
    [Alias("Duty")]
    Task<ErrorCode> Duty(string process, StandHost host, bool on);

    /// <summary>Whether somebody is on duty; for processes that know no spells yet, and by those where the stand knows none.</summary>
    [Alias("IsOnDuty")]
    Task<bool> IsOnDuty(string member);

    /// <summary>The number of the spell in which somebody is on duty (<see cref="World.Stands.DutySpells"/>); 0 for who is not.</summary>
    [Alias("SpellOf")]
    Task<long> SpellOf(string member);

    /// <summary>Where the stand is, for somebody who is on duty for it; null for all others, and for a stand that not everybody sees.</summary>
    [Alias("PlaceOfHost")]
    Task<StandPlace?> PlaceOfHost(string member);

    /// <summary>A visitor rings.</summary>
    /// <param name="process">That has the connection.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="guest">The same as they are shown.</param>
    /// <param name="at">The place for a stand at which they stand, or null.</param>
    /// <param name="wish">What for.</param>
    /// <param name="resume">They have rung before and come back: when that is over they are told how it ended, and nothing new begins.</param>
    [Alias("Ring")]
    Task<BellReply> Ring(string process, StandCaller who, StandGuest guest, StandPlace? at, BellWish wish, bool resume = false);

    /// <summary>A visitor takes back that they have rung, or ends the talk. Without either it is so already.</summary>
    [Alias("Withdraw")]
    Task<ErrorCode> Withdraw(StandCaller who);

    /// <summary>A host comes, or cannot, and may say something to that.</summary>
    [Alias("Answer")]
    Task<ErrorCode> Answer(StandCaller who, long request, bool accept, string text);

    /// <summary>A host ends the talk. Who is in none has done so already.</summary>
    [Alias("EndTalk")]
    Task<ErrorCode> EndTalk(StandCaller who);
}
