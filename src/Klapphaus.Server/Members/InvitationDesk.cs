using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Members;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members;

/// <summary>Where organisers issue invitations, look after them, and take them back.</summary>
sealed class InvitationDesk(IGrainFactory grains, Evictions evictions, TimeProvider time)
{
    IInvitationBookGrain Book => grains.GetGrain<IInvitationBookGrain>(IInvitationBookGrain.TheBook);

    /// <summary>An invitation as it is asked for; null when there cannot be such a one.</summary>
    public async Task<InvitationState?> DraftAsync(InvitationRequest request, Caller issuer)
    {
        if (PersonName.CleanLabel(request.Label) is not { } label || request.Expires is not { } expires) return null;
        if (!Roles.TryRead(request.Role, out var role)) return null;
        string[] rooms = [.. (request.Rooms ?? []).Distinct()];
        if (rooms.Length > 0)
        {
            if (role == Role.Organiser) return null; // who says what the house is says it of the whole
            var index = await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms();
            if (!rooms.All(r => Array.Exists(index.Rooms, known => known.Id == r))) return null;
        }
        var now = time.GetUtcNow();
        var draft = new InvitationState
        {
            Id = Guid.NewGuid().ToString("N"),
            Label = label,
            Role = role > Role.Guest ? Roles.Name(role) : Roles.Guest,
            Rooms = rooms,
            Issued = now,
            Expires = expires.ToUniversalTime(),
            MostUses = request.Uses,
        };
        return draft.ToInvitation().FaultOfIssue(Roles.Of(issuer.Role), now) == InvitationFault.None ? draft : null;
    }

    /// <summary>The same for one guest of a list.</summary>
    public static InvitationState For(GuestLine guest, InvitationState draft) =>
        draft with { Id = Guid.NewGuid().ToString("N"), Name = guest.Name, Affiliation = guest.Affiliation, Role = Roles.Name(guest.Role) };

    public Task<ErrorCode> IssueAsync(params InvitationState[] drafts) => Book.IssueMany(drafts);

    public Task<InvitationState[]> ListAsync() => Book.List();

    /// <summary>The invitation, if somebody could still come by it for the first time.</summary>
    public async Task<InvitationState?> FindOpenAsync(string id) =>
        await Book.Find(id) is { } found && found.ToInvitation().StateAt(time.GetUtcNow()) == InvitationOutcome.Granted ? found : null;

    /// <summary>Takes an invitation back. False when there is none.</summary>
    /// <param name="id">Of the invitation.</param>
    /// <param name="signOut">Also signs out everybody who came by it, but for the one who asks.</param>
    /// <param name="by">Who asks.</param>
    public async Task<bool> RevokeAsync(string id, bool signOut, Caller by)
    {
        if (await Book.Revoke(id) is not { } members) return false;
        if (signOut) await Parallel.ForEachAsync(members.Where(m => m != by.Id), async (member, _) => await SignOutAsync(member));
        return true;
    }

    async Task SignOutAsync(string member)
    {
        await grains.GetGrain<IMemberGrain>(member).EndSessions();
        await evictions.EvictAsync(new(member, DisconnectCode.SessionEnded));
    }
}
