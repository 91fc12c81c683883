using Klapphaus.Server.Limits;
using Klapphaus.Server.Members;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.House;

/// <summary>One connection of this process: who it is, the way out to it, and where it is in the house. Belongs to the connection's own calls, which come one by one.</summary>
sealed class Visitor(HubConnectionContext connection, Caller caller, CallBudget budget)
{
    volatile bool welcome;
    int sentAway;

    public string ConnectionId => connection.ConnectionId;

    public Caller Caller => caller;

    public Outlet Outlet { get; } = new(connection);

    public CallBudget Budget => budget;

    /// <summary>It has said Hello in a language that we speak, and was not sent away since.</summary>
    public bool Welcome => welcome && sentAway == 0;

    /// <summary>The room that it is in, or null. Read by the step path, changed by the entrance.</summary>
    public Stay? Stay { get; set; }

    /// <summary>The room that it waits for, or null.</summary>
    public string? WaitsFor { get; set; }

    /// <summary>It was busy when the house told everybody something.</summary>
    public bool MissedNews { get; set; }

    public void Greet() => welcome = true;

    /// <summary>True once: nothing that it asks is done any more.</summary>
    public bool TrySendAway() => Interlocked.Exchange(ref sentAway, 1) == 0;

    public bool IsSentAway => sentAway != 0;
}
