using Klapphaus.Contracts;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;

namespace Klapphaus.Server.Limits;

/// <summary>
/// How many connections may be open that nobody walks by. A page needs one and says Hello within a second; who opens hundreds with one cookie, or opens
/// them and is silent, holds memory that others need. The longest silence ends first, so that the newest, which may be a person's, comes in.
/// </summary>
sealed class Doorstep(HouseOptions options, Visitors visitors, TimeProvider time)
{
    readonly Lock gate = new();
    readonly Dictionary<string, List<OpenLine>> byMember = [];
    readonly Dictionary<string, List<OpenLine>> byAddress = [];

    /// <summary>To be used before the hub: it counts what has not shaken hands as well.</summary>
    public static IConnectionBuilder Use(IConnectionBuilder connections)
    {
        var doorstep = connections.ApplicationServices.GetRequiredService<Doorstep>();
        return connections.Use((connection, next) => doorstep.PassAsync(connection, next));
    }

    async Task PassAsync(ConnectionContext connection, Func<Task> next)
    {
        var http = connection.GetHttpContext()!;
        var line = new OpenLine(connection, Caller.Of(http.User)!.Id, ClientAddress.Of(http));
        connection.Features.Set(line);
        Arrive(line);
        await using var patience = time.CreateTimer(_ => LosePatience(line), null, TimeSpan.FromSeconds(options.HelloSeconds), Timeout.InfiniteTimeSpan);
        try
        {
            await next();
        }
        finally
        {
            Depart(line);
        }
    }

    void Arrive(OpenLine line)
    {
        lock (gate) // whoever is ended is still there: nobody departs meanwhile
        {
            var own = Add(byMember, line.Member, line);
            if (own.Count(l => l.IsOpen) > options.ConnectionsPerMember) End(own.Find(l => l.IsOpen && l != line && !IsWelcome(l)) ?? line);
            var near = Add(byAddress, line.Address, line);
            if (near.Count(l => l.IsSilent) > options.SilentConnectionsPerAddress) End(near.Find(l => l.IsSilent)!);
        }
    }

    void Depart(OpenLine line)
    {
        lock (gate)
        {
            Remove(byMember, line.Member, line);
            Remove(byAddress, line.Address, line);
        }
    }

    void LosePatience(OpenLine line)
    {
        if (!IsWelcome(line) && !visitors.SendAway(line.Id, DisconnectCode.Unused)) line.Abort(); // has not even shaken hands
    }

    /// <summary>At once, or hundreds would be open for as long as it takes to say why.</summary>
    void End(OpenLine line)
    {
        visitors.SendAway(line.Id, DisconnectCode.Unused);
        line.Abort();
    }

    bool IsWelcome(OpenLine line) => visitors.Find(line.Id) is { Welcome: true };

    static List<OpenLine> Add(Dictionary<string, List<OpenLine>> lines, string key, OpenLine line)
    {
        if (!lines.TryGetValue(key, out var same)) lines[key] = same = [];
        same.Add(line);
        return same;
    }

    static void Remove(Dictionary<string, List<OpenLine>> lines, string key, OpenLine line)
    {
        var same = lines[key];
        same.Remove(line);
        if (same.Count == 0) lines.Remove(key);
    }
}
