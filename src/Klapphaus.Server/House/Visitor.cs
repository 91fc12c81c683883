using Klapphaus.Contracts;
using Klapphaus.Server.Limits;
using Klapphaus.Server.Members;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.House;

/// <summary>One connection of this process: who it is, the way out to it, and where it is in the house. Belongs to the connection's own calls, which come one by one.</summary>
sealed class Visitor(HubConnectionContext connection, Caller caller, CallBudget budget)
{
    static long greeted;

    volatile Footing footing;
    int sentAway;

    enum Footing
    {
        Stranger,
        Guest,
        Background,
    }

    public string ConnectionId => connection.ConnectionId;

    public Caller Caller => caller;

    public Outlet Outlet { get; } = new(connection);

    public CallBudget Budget => budget;

    /// <summary>It has said Hello in a language that we speak, and was not sent away since.</summary>
    public bool Welcome => footing != Footing.Stranger && sentAway == 0;

    /// <summary>It is welcome, and may ask for whatever there is: the first look at each step.</summary>
    public bool IsGuest => footing == Footing.Guest && sentAway == 0;

    /// <summary>It has said Hello, and only wants to be reached (<see cref="HelloRequest.Background"/>).</summary>
    public bool IsBackground => footing == Footing.Background;

    /// <summary>Counts those who have said Hello, in their order; 0 before.</summary>
    public long Number { get; private set; }

    /// <summary>The room that it is in, or null. Read by the step path, changed by the entrance.</summary>
    public Stay? Stay { get; set; }

    /// <summary>The room that it waits for, or null.</summary>
    public string? WaitsFor { get; set; }

    /// <summary>It was busy when the house told everybody something.</summary>
    public bool MissedNews { get; set; }

    /// <summary>Bids it welcome. It stays what it has been once.</summary>
    public void Greet(bool background)
    {
        if (footing != Footing.Stranger) return;
        Number = Interlocked.Increment(ref greeted);
        footing = background ? Footing.Background : Footing.Guest;
    }

    /// <summary>True once: nothing that it asks is done any more.</summary>
    public bool TrySendAway(DisconnectCode why) => Interlocked.CompareExchange(ref sentAway, (int)why, 0) == 0;

    public bool IsSentAway => sentAway != 0;

    /// <summary>It was sent away and is not to come back, or not soon: nobody waits for it.</summary>
    public bool IsGoneForGood => (DisconnectCode)sentAway is DisconnectCode.Banned or DisconnectCode.SessionEnded or DisconnectCode.Flooding;
}
