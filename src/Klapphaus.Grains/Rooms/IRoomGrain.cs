using Klapphaus.Grains.Members;
using Orleans.Concurrency;

namespace Klapphaus.Grains.Rooms;

/// <summary>One room; the key is its id. Owns who is inside and where, and hands out what changed as numbered ticks.</summary>
[Alias("Klapphaus.IRoomGrain")]
public interface IRoomGrain : IGrainWithStringKey
{
    /// <summary>Ticks go to this feed from now on. Null when there is no such room.</summary>
    [Alias("Attach")]
    Task<RoomSnapshot?> Attach(FeedAttachment attachment);

    /// <summary>
    /// Says that the feed is still there, and whom it has; to be called every few seconds. An avatar that stands here by this feed though the feed
    /// does not have it (a call was lost with a machine) is treated as one whose connection is lost. False when this activation does not know the
    /// feed: attach again.
    /// </summary>
    [Alias("Renew")]
    Task<bool> Renew(string feed, Guid activation, int[] handles);

    /// <summary>The feed has no clients in this room any more.</summary>
    [Alias("Detach")]
    Task Detach(string feed, IRoomObserver observer);

    /// <summary>Brings a member in, or back to where it stands.</summary>
    [Alias("Enter")]
    Task<RoomEntry> Enter(RoomEnter request);

    /// <summary>The avatar leaves; <paramref name="connection"/> is the one by which the member left.</summary>
    [Alias("Leave")]
    Task Leave(string member, string connection);

    /// <summary>The avatar has to leave, by whichever connection it is here.</summary>
    [Alias("Dismiss")]
    Task Dismiss(string member, DepartureReason reason, BanState? ban);

    /// <summary>The connection is lost; the avatar stays for the time of grace, unless another connection has it by now.</summary>
    [Alias("Lose")]
    Task Lose(string member, string connection);

    /// <summary>The newest step of each avatar of one feed since its last batch.</summary>
    [OneWay]
    [Alias("Walk")]
    Task Walk(StepBatch batch);

    /// <summary>Where a door leads to, if the member stands at it.</summary>
    [Alias("FindDoor")]
    Task<DoorAnswer> FindDoor(string member, string door);

    /// <summary>Queues for a place, or asks to be let in where moderators let people in one by one; whoever would not be let in does not wait.</summary>
    [Alias("WaitBy")]
    Task<WaitAnswer> Wait(RoomWait request);

    /// <summary>The member no longer waits, if it is that connection by which it does.</summary>
    [Alias("StopWaitingBy")]
    Task StopWaiting(string member, string connection);

    /// <summary>Puts a floor plan in force; null takes the room out of the house.</summary>
    [Alias("UsePlan")]
    Task UsePlan(RoomPlan? plan);

    /// <summary>The plan that is in force; null when there is no such room.</summary>
    [Alias("Plan")]
    Task<RoomPlan?> Plan();

    /// <summary>Moves the room to another silo with everybody in it, since this one is about to close; one that nobody is in simply ends.</summary>
    [Alias("MoveTo")]
    Task MoveTo(SiloAddress silo);
}
