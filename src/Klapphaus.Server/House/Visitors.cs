using System.Collections.Concurrent;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.House;

/// <summary>Everybody who is connected to this process.</summary>
sealed class Visitors(TimeProvider time)
{
    /// <summary>The time in which the last message reaches a client before its connection is cut.</summary>
    static readonly TimeSpan farewell = TimeSpan.FromMilliseconds(500);

    /// <summary>So many connections in the background one member has: a program on each of some machines, and those of before that nobody has missed yet.</summary>
    public const int MostInBackground = 3;

    readonly ConcurrentDictionary<string, Visitor> byConnection = new(StringComparer.Ordinal);
    SerializedHubMessage? newest;

    public ICollection<Visitor> All => byConnection.Values;

    public void Add(Visitor visitor) => byConnection[visitor.ConnectionId] = visitor;

    public Visitor? Find(string connectionId) => byConnection.GetValueOrDefault(connectionId);

    public void Remove(Visitor visitor) => byConnection.TryRemove(visitor.ConnectionId, out _);

    /// <summary>A connection in the background has been bidden welcome: of too many of one member the oldest go.</summary>
    public void MakeRoomFor(Visitor background)
    {
        var own = byConnection.Values.Where(v => v is { Welcome: true, IsBackground: true } && v.Caller.Id == background.Caller.Id);
        foreach (var old in own.OrderByDescending(v => v.Number).Skip(MostInBackground)) SendAway(old.ConnectionId, DisconnectCode.TakenOver);
    }

    /// <summary>Tells everybody how the house is now; who cannot take it at this moment is told by <see cref="TellAgain"/>.</summary>
    public void Tell(SerializedHubMessage message)
    {
        newest = message;
        foreach (var visitor in byConnection.Values)
            if (visitor.Welcome) visitor.MissedNews = !visitor.Outlet.TrySend(message);
    }

    /// <summary>Tells the newest to those who missed it.</summary>
    public void TellAgain()
    {
        if (newest is not { } message) return;
        foreach (var visitor in byConnection.Values)
            if (visitor is { Welcome: true, MissedNews: true }) visitor.MissedNews = !visitor.Outlet.TrySend(message);
    }

    /// <summary>Says why, and ends the connection. False when it is not one of this process.</summary>
    public bool SendAway(string connectionId, DisconnectCode code, BanState? ban = null)
    {
        if (byConnection.GetValueOrDefault(connectionId) is not { } visitor) return false;
        if (!visitor.TrySendAway(code)) return true;
        visitor.Outlet.TrySend(Tellings.SentAway(code, ban));
        _ = CutAsync(visitor);
        return true;
    }

    async Task CutAsync(Visitor visitor)
    {
        await Task.Delay(farewell, time);
        visitor.Outlet.Abort();
    }
}
