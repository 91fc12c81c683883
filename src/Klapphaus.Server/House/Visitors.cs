using System.Collections.Concurrent;
using Klapphaus.Contracts;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.House;

/// <summary>Everybody who is connected to this process.</summary>
sealed class Visitors(TimeProvider time)
{
    /// <summary>The time in which the last message reaches a client before its connection is cut.</summary>
    static readonly TimeSpan farewell = TimeSpan.FromMilliseconds(500);

    readonly ConcurrentDictionary<string, Visitor> byConnection = new(StringComparer.Ordinal);

    public ICollection<Visitor> All => byConnection.Values;

    public void Add(Visitor visitor) => byConnection[visitor.ConnectionId] = visitor;

    public void Remove(Visitor visitor) => byConnection.TryRemove(visitor.ConnectionId, out _);

    public void Tell(SerializedHubMessage message)
    {
        foreach (var visitor in byConnection.Values)
            if (visitor.Welcome) visitor.Outlet.TrySend(message);
    }

    /// <summary>Says why, and ends the connection. False when it is not one of this process.</summary>
    public bool SendAway(string connectionId, DisconnectCode code)
    {
        if (byConnection.GetValueOrDefault(connectionId) is not { } visitor) return false;
        if (!visitor.TrySendAway()) return true;
        visitor.Outlet.TrySend(Tellings.SentAway(code));
        _ = CutAsync(visitor);
        return true;
    }

    async Task CutAsync(Visitor visitor)
    {
        await Task.Delay(farewell, time);
        visitor.Outlet.Abort();
    }
}
