using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Moderation;

/// <summary>What moderators do to the whole house: the grain decides and remembers, and everybody concerned hears of it on whichever process they are.</summary>
sealed class Bouncer(IGrainFactory grains, Evictions evictions, IHubContext<HouseHub> house, TimeProvider time)
{
    /// <summary>Keeps somebody out of the house; with <paramref name="invitation"/> the one by which they came lets nobody in any more.</summary>
    public async Task<ErrorCode> BanAsync(Moderator by, string member, string reason, DateTimeOffset? until, bool invitation)
    {
        var answer = await Book.Ban(by, member, reason, until);
        if (answer.Error != ErrorCode.None) return answer.Error;
        await evictions.EvictAsync(new(member, DisconnectCode.Banned) { Ban = answer.Ban });
        if (invitation && answer.Origin.StartsWith(Caller.InvitationOrigin, StringComparison.Ordinal))
            await grains.GetGrain<IInvitationBookGrain>(IInvitationBookGrain.TheBook).Revoke(answer.Origin[Caller.InvitationOrigin.Length..]);
        return ErrorCode.None;
    }

    public async Task<ErrorCode> AnnounceAsync(Moderator by, string text)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        if (Wording.Text(text) is not { } clean) return ErrorCode.TextUnusable;
        var now = time.GetUtcNow();
        await house.Clients.All.SendAsync(nameof(IHouseClient.Announced), new AnnouncedEvent { Text = clean, At = now.ToUnixTimeMilliseconds() });
        await grains.AppendAsync(new() { At = now, Deed = Deed.Announced, By = by.Member, ByName = by.Name, Reason = clean });
        return ErrorCode.None;
    }

    IHouseModerationGrain Book => grains.GetGrain<IHouseModerationGrain>(IHouseGrain.TheHouse);
}
