using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Presence;
using Klapphaus.Server.Stands;
using StackExchange.Redis;

namespace Klapphaus.Server.Members;

/// <summary>Forgets a member everywhere. Whatever keeps something about people has its line here.</summary>
sealed class Erasure(IGrainFactory grains, Evictions evictions, LogShelf logs, StandShelf stands, OwnCards cards, IConnectionMultiplexer store, TimeProvider time)
{
    public async Task<ErasureView> EraseAsync(string member)
    {
        var before = await grains.GetGrain<IMemberGrain>(member).Export();
        var lines = await EraseTracesAsync(member);
        // last: as long as something is left to do, the person can ask for it again
        await grains.GetGrain<IMemberGrain>(member).Erase();
        await evictions.EvictAsync(new(member, DisconnectCode.SessionEnded));
        // what was left in another tab meanwhile
        await EraseFromStandsAsync(member);
        var ban = before.Ban is { } known && known.IsInForce(time.GetUtcNow()) ? known : null;
        return new() { Lines = lines, BanUntil = ban?.End(), BannedForGood = ban is not null && ban.End() is null };
    }

    /// <summary>Everywhere but with the member itself.</summary>
    /// <returns>In how many lines of logs it was named.</returns>
    public async Task<int> EraseTracesAsync(string member)
    {
        // rooms first: what they have not logged yet would come into the log with the name
        foreach (var room in (await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms()).Rooms) await grains.GetGrain<IRoomModerationGrain>(room.Id).Erase(member);
        await EraseFromStandsAsync(member);
        await stands.ChangedAsync();
        var lines = 0;
        await foreach (var (log, _, _) in logs.AllAsync()) lines += await log.Erase(member);
        await grains.GetGrain<IHouseModerationGrain>(IHouseGrain.TheHouse).Erase(member);
        await grains.GetGrain<IInvitationBookGrain>(IInvitationBookGrain.TheBook).Erase(member);
        await store.GetDatabase().SortedSetRemoveAsync(PresenceKeys.LastSeen, member);
        await store.GetDatabase().SortedSetRemoveAsync(PresenceKeys.Reachable, member);
        await store.GetDatabase().KeyDeleteAsync(PresenceKeys.OfMember(member));
        return lines;
    }

    async Task EraseFromStandsAsync(string member)
    {
        foreach (var stand in await stands.ReadAsync()) await grains.GetGrain<IStandGrain>(stand.Id).Erase(member);
        await cards.EraseAsync(member);
        await grains.GetGrain<IBagGrain>(member).Erase();
    }
}
