using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.World.Stands;
using StackExchange.Redis;

namespace Klapphaus.Server.Stands;

// Who is on duty: the member, by each of its connections. So one may end, a window for instance, and another goes on, of this process or of another.
sealed partial class StandReception
{
    /// <summary>By this processes tell each other who has come on duty: the id of the stand, and the member's behind it.</summary>
    static readonly RedisChannel duties = RedisChannel.Literal("klapphaus/duties");

    /// <summary>So often, and with so much time between, a stand is asked whether somebody who comes is on duty for it.</summary>
    const int MostTries = 8;

    static readonly TimeSpan again = TimeSpan.FromSeconds(2);

    /// <summary>Nobody waits longer for the stand at which they would arrive: it may have been lost with its machine.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    /// <summary>Whoever is on duty by another connection, or was by one before this, is so by this one, too.</summary>
    public Task WelcomeAsync(Visitor visitor) => JoinAsync(visitor, [.. shelf.StaffedBy(visitor.Caller.Id).Select(s => s.Id)]);

    public async Task<ErrorCode> DutyAsync(Visitor visitor, string stand, bool on)
    {
        var host = on ? await FindHostAsync(visitor) : Host(visitor, visitor.Caller.Name) with { Spell = DropDuty(visitor.Caller.Id, stand) };
        var error = await At(stand).Duty(feeds.Id, host, on);
        if (on && error == ErrorCode.None)
        {
            TakeDuty(visitor, stand, host, await SpellAsync(stand, visitor.Caller.Id));
            _ = TellDutyAsync(stand, visitor.Caller.Id);
        }
        // another call may have been under way; ids that nobody has given a stand are not asked for again
        if (error == ErrorCode.None || shelf.Find(stand) is not null)
            lock (gate)
            {
                if (!on) LetGo(stand, visitor.Caller.Id); // and it may have named them as on duty still
                stale.Add(stand);
            }
        return error;
    }

    /// <summary>Where somebody arrives in a room who is on duty for that stand: the id of its area. Null for all others, and for a stand that is elsewhere or does not answer.</summary>
    public async Task<string?> FindPlaceAsync(Visitor visitor, string asked, string? room)
    {
        if (StandKey.Of(asked) is not { } stand) return null;
        try
        {
            return await At(stand).PlaceOfHost(visitor.Caller.Id).WaitAsync(patience, time) is { } place && place.Room == room ? place.Area : null;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.PlaceUnknown(e.GetType().Name);
            return null;
        }
    }

    async Task HearOfDutiesAsync()
    {
        var queue = await store.GetSubscriber().SubscribeAsync(duties);
        queue.OnMessage(message => HearDuty(message.Message.ToString()));
    }

    async Task TellDutyAsync(string stand, string member)
    {
        try
        {
            await store.GetSubscriber().PublishAsync(duties, stand + member);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.DutyUntold(e.GetType().Name);
        }
    }

    void HearDuty(string word)
    {
        if (word.Length <= StandKey.Length || StandKey.Of(word[..StandKey.Length]) is not { } stand) return;
        foreach (var visitor in visitors.All)
            if (visitor.Welcome && visitor.Caller.Id == word[StandKey.Length..]) _ = JoinAsync(visitor, [stand]); // also where it is on duty already: in the spell of before
    }

    /// <summary>With a process that was lost stands are not to be had for some seconds.</summary>
    async Task JoinAsync(Visitor visitor, List<string> asked)
    {
        for (var tries = 0; asked.Count > 0 && tries < MostTries && !visitor.IsSentAway; tries++)
        {
            if (tries > 0) await Task.Delay(again, time);
            foreach (var stand in asked.ToList())
            {
                try
                {
                    if (await SpellAsync(stand, visitor.Caller.Id) is > 0 and var spell) TakeDuty(visitor, stand, await FindHostAsync(visitor), spell);
                    asked.Remove(stand);
                }
                catch (Exception e) when (e is OrleansException or TimeoutException)
                {
                    log.StandSilent(e.GetType().Name);
                }
            }
        }
    }

    /// <summary>The spell in which somebody is on duty; 0 for none. A process of an older version, with which this one is the house during an upgrade, knows no spells.</summary>
    async Task<long> SpellAsync(string stand, string member)
    {
        try
        {
            return await At(stand).SpellOf(member);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or TimeoutException or SiloUnavailableException))
        {
            return await At(stand).IsOnDuty(member) ? DutySpells.Unknown : 0;
        }
    }

    /// <summary>Each host once: by the newest of their connections, which may know nothing yet, and as the one shows them that knows best.</summary>
    StandHost[] HostsOf(string stand)
    {
        List<(Visitor Visitor, StandHost? Before, long Spell)> there;
        lock (gate)
            there = [.. attending.Values.Where(a => !a.Visitor.IsSentAway && a.Duties.ContainsKey(stand)).OrderByDescending(a => a.Visitor.Number).Select(a => (a.Visitor, a.AsHost, a.Duties[stand].Spell))];
        List<StandHost> hosts = [];
        foreach (var own in there.GroupBy(t => t.Visitor.Caller.Id))
        {
            if (own.Select(t => Shown(t.Visitor) ?? t.Before).OfType<StandHost>().MaxBy(h => h.Known) is not { } best) continue;
            hosts.Add(best with { Connection = own.First().Visitor.ConnectionId, Spell = own.Max(t => t.Spell) });
            lock (gate)
                foreach (var (visitor, _, _) in own)
                    if (attending.TryGetValue(visitor.ConnectionId, out var known)) known.AsHost = best with { Connection = visitor.ConnectionId };
        }
        return [.. hosts];
    }

    void TakeDuty(Visitor visitor, string stand, StandHost host, long spell)
    {
        lock (gate)
        {
            if (Of(visitor) is { } known)
            {
                known.AsHost ??= host;
                known.Duties[stand] = (time.GetTimestamp(), Math.Max(spell, known.Duties.GetValueOrDefault(stand).Spell));
            }
            stale.Add(stand);
        }
    }

    /// <returns>The spell in which they were on duty, as far as is known here; 0 for none.</returns>
    long DropDuty(string member, string stand)
    {
        var spell = 0L;
        lock (gate)
            foreach (var known in attending.Values.Where(a => a.Visitor.Caller.Id == member).ToList())
            {
                if (known.Duties.Remove(stand, out var duty)) spell = Math.Max(spell, duty.Spell);
                ForgetIdle(known);
            }
        return spell;
    }

    /// <summary>A stand has said who is not on duty for it; whoever has come on duty since it was asked is not meant.</summary>
    void Relieve(string stand, string[] members, long asked)
    {
        if (members.Length == 0) return;
        lock (gate)
            foreach (var known in attending.Values.Where(a => members.Contains(a.Visitor.Caller.Id)).ToList())
            {
                if (known.Duties.TryGetValue(stand, out var duty) && duty.Since <= asked) known.Duties.Remove(stand);
                ForgetIdle(known);
            }
    }

    /// <summary>A host as their room shows them, or did last.</summary>
    async Task<StandHost> FindHostAsync(Visitor visitor)
    {
        StandHost? before;
        lock (gate) before = attending.GetValueOrDefault(visitor.ConnectionId)?.AsHost;
        return await KnowAsync(Shown(visitor) ?? before ?? Host(visitor, visitor.Caller.Name));
    }

    /// <summary>With whom a host has nothing to do is asked of the member: their room shows it a moment late, and not at all while they are in none.</summary>
    async Task<StandHost> KnowAsync(StandHost host) => host with { Shuns = await grains.GetGrain<IMemberGrain>(host.Who.Member).Shuns() };

    /// <summary>A host as their room shows them; null when they are in none.</summary>
    StandHost? Shown(Visitor visitor) =>
        visitor.Stay is { } stay && stay.Feed.Find(stay.Viewer, "") is (var person, _) ? Host(visitor, person.Name) : null;

    StandHost Host(Visitor visitor, string name) =>
        new() { Who = visitor.Caller.ToStandCaller() with { Name = name }, Connection = visitor.ConnectionId, Known = time.GetUtcNow() };
}
