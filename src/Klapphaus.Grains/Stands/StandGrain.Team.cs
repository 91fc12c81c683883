using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Who looks after the stand, and what moderators do to it.</summary>
sealed partial class StandGrain
{
    public async Task<ErrorCode> NameHost(StandCaller who, string member, string name, HostRights rights)
    {
        var leaves = rights == HostRights.None && member == who.Member && team.Has(member);
        if (!leaves && Refuse(who, StandAct.NameHosts) is { } error) return error;
        if (team.IsOwner(member)) return ErrorCode.StandRightMissing;
        if (rights == HostRights.None && !team.Has(member)) return ErrorCode.MemberUnknown;
        return await UseTeamAsync(team.Name(member, rights), member, name);
    }

    public Task<ErrorCode> MayInvite(StandCaller who, bool owner)
    {
        var refusal = Refuse(who, StandAct.NameHosts);
        // whose the stand is says the organiser, who has given the place
        if (refusal is null && owner && RoleOf(who) < Role.Organiser) refusal = ErrorCode.StandRightMissing;
        return Task.FromResult(refusal ?? ErrorCode.None);
    }

    public Task<ErrorCode> Join(string member, string name, InvitationState invitation)
    {
        if (State.Place is null) return Task.FromResult(ErrorCode.StandUnknown);
        if (State.Removed.TryGetValue(member, out var gone) && invitation.Issued <= gone) return Task.FromResult(ErrorCode.InvitationRevoked);
        if (team.IsOwner(member)) return Task.FromResult(ErrorCode.None);
        if (invitation.StandOwner) return UseTeamAsync(team.GiveTo(member), member, name);
        var rights = team.RightsOf(member) | invitation.StandRights;
        return team.Has(member) && rights == team.RightsOf(member) ? Task.FromResult(ErrorCode.None) : UseTeamAsync(team.Name(member, rights), member, name);
    }

    public async Task<ErrorCode> TakeDown(StandCaller who, string reason, string material)
    {
        if (Refuse(who, StandAct.TakeDown) is { } error) return error;
        if (Wording.Reason(reason) is not { Length: > 0 } clean) return ErrorCode.ReasonUnusable;
        if (material.Length > 0 && content.Find(new(StandPart.Materials, material)).Value is null) return ErrorCode.StandUnknown;
        var takedown = new Takedown(clean, who.Member, time.GetUtcNow());
        return await ShowAsync(material.Length == 0 ? showing.TakeDown(takedown) : showing.TakeDown(material, takedown), Entry(who, Deed.TookDownStand, material) with { Reason = clean });
    }

    public async Task<ErrorCode> PutBack(StandCaller who, string material)
    {
        if (Refuse(who, StandAct.PutBack) is { } error) return error;
        var back = material.Length > 0 ? showing.PutBack(material) : showing.TakenDown is null ? showing : showing.PutBack();
        return await ShowAsync(back, Entry(who, Deed.PutBackStand, material));
    }

    /// <param name="next">Null when there is no place in the team.</param>
    /// <param name="member">Whom it is about.</param>
    /// <param name="name">What they are called.</param>
    async Task<ErrorCode> UseTeamAsync(StandTeam? next, string member, string name)
    {
        if (next is null) return ErrorCode.StandTeamFull;
        await KeepAsync(State.With(next, member, name, time.GetUtcNow(), Invitation.Longest));
        await DropTimesAsync();
        return ErrorCode.None;
    }

    async Task<ErrorCode> ShowAsync(StandShowing next, LogEntry entry)
    {
        if (ReferenceEquals(next, showing)) return ErrorCode.None; // it is so already
        await KeepAsync(State.With(next));
        await GrainFactory.AppendAsync(entry);
        return ErrorCode.None;
    }

    /// <summary>It is done to whom the stand belongs, who reads it and can object; the others know it by the stand's name.</summary>
    LogEntry Entry(StandCaller who, Deed deed, string material)
    {
        var title = content.Find(new(StandPart.Materials, material)).Value?.Text ?? "";
        var name = content.TextOf(StandPart.Name) is { Length: > 0 } known ? known : State.Place!.Area;
        return new()
        {
            At = time.GetUtcNow(),
            Deed = deed,
            By = who.Member,
            ByName = who.Name,
            Of = State.Owner,
            OfName = title.Length == 0 ? name : $"{name}: {title}",
            Room = State.Place!.Room,
        };
    }
}
