using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Rooms;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Rooms;
using Klapphaus.World.Members;
using Klapphaus.World.Plans;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Where places are given to exhibitors, and people come into the teams of stands. Whatever a stand has agreed to, the shelves of all processes hear of.</summary>
sealed class StandDesk(IGrainFactory grains, InvitationDesk invitations, StandShelf shelf)
{
    /// <summary>A new stand at a place of a room's plan that is meant for one.</summary>
    public async Task<(StandSummary? Stand, ErrorCode Error)> CreateAsync(StandCaller who, StandRequest request)
    {
        if (who.RoleIn("") < Role.Organiser) return (null, ErrorCode.OrganisersOnly);
        if (GrainKey.Of(request.Room) is not { } room || request.Area is not { } area || !await IsPlaceAsync(room, area)) return (null, ErrorCode.StandPlaceUnknown);
        var id = StandKey.New();
        var error = await At(id).Create(who, new(room, area));
        if (error != ErrorCode.None) return (null, error);
        await shelf.ChangedAsync();
        return (new() { Id = id, Room = room, Area = area }, error);
    }

    /// <summary>Somebody whom the house knows looks after the stand from now on; who has given nothing but a name could be anybody.</summary>
    public async Task<ErrorCode> NameHostAsync(StandCaller who, string stand, string member, HostRights rights)
    {
        var profile = rights == HostRights.None ? null : await grains.GetGrain<IMemberGrain>(member).Profile();
        if (rights != HostRights.None && Roles.Of(profile?.Role) == Role.Visitor) return ErrorCode.MemberUnknown;
        return await HearAsync(At(stand).NameHost(who, member, profile?.Name ?? "", rights));
    }

    /// <summary>A link by which hosts, or an owner, come into the team: an invitation like any other, with a place in it.</summary>
    public async Task<(InvitationState? Invitation, ErrorCode Error)> InviteAsync(Caller caller, string stand, StandInvitationRequest request)
    {
        var refusal = await At(stand).MayInvite(caller.ToStandCaller(), request.Owner);
        if (refusal != ErrorCode.None) return (null, refusal);
        HostRights? rights = request.Owner ? HostRights.All : StandRights.Read(request.Rights);
        if (rights is null or HostRights.None) return (null, ErrorCode.InvitationUnusable);
        // one link makes one owner: with another it would be whoever came last
        var wanted = new InvitationRequest { Label = request.Label, Role = Roles.Host, Expires = request.Expires, Uses = request.Owner ? 1 : request.Uses };
        // the stand has agreed; that owners issue no other invitations is for the desk to see to
        if (await invitations.DraftAsync(wanted, caller with { Role = Roles.Organiser }) is not { } draft) return (null, ErrorCode.InvitationUnusable);
        draft = draft with { Stand = stand, StandRights = rights.Value, StandOwner = request.Owner };
        var error = await invitations.IssueAsync(draft);
        return (error == ErrorCode.None ? draft : null, error);
    }

    /// <summary>Somebody who has just come by such an invitation takes the place in the team.</summary>
    public Task<ErrorCode> JoinAsync(InvitationState invitation, Caller caller) => HearAsync(At(invitation.Stand).Join(caller.Id, caller.Name, invitation));

    /// <summary>Takes something into the lists of all processes once the stand has said yes to it.</summary>
    public async Task<ErrorCode> HearAsync(Task<ErrorCode> asked)
    {
        var error = await asked;
        if (error == ErrorCode.None) await shelf.ChangedAsync();
        return error;
    }

    /// <summary>What everybody is called who stands there by an id: as the team has it, else as the house does.</summary>
    public async Task<Dictionary<string, string>> NamesAsync(IReadOnlyDictionary<string, TeammateState> team, IEnumerable<string> members)
    {
        var names = team.ToDictionary(t => t.Key, t => t.Value.Name);
        foreach (var member in members.Where(m => m.Length > 0 && m != FieldState.Erased).Distinct())
            if (!names.ContainsKey(member) && await grains.GetGrain<IMemberGrain>(member).Profile() is { } profile) names[member] = profile.Name;
        return names;
    }

    async Task<bool> IsPlaceAsync(string room, string area) =>
        await grains.GetGrain<IRoomGrain>(room).Plan() is { } plan
        && PlanViews.Read(plan) is { } read
        && Array.Exists(read.Floor.Areas, a => a.Id == area && a.Kind == AreaKind.Stand);

    IStandGrain At(string stand) => grains.GetGrain<IStandGrain>(stand);
}
