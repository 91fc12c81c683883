using System.Collections.Frozen;
using Klapphaus.World.Members;

namespace Klapphaus.World.Stands;

/// <summary>
/// Who may do what at a stand. Who keeps the house civil neither edits a stand nor reads what visitors have left at it; and who is of a stand's team does not
/// put it back themselves, unless they are organisers.
/// </summary>
public static class StandAuthority
{
    static readonly FrozenDictionary<StandAct, StandRule> rules = new Dictionary<StandAct, StandRule>
    {
        [StandAct.See] = new() { Hosts = HostRights.All }, // and everybody, when it is open
        [StandAct.SeeTakenDown] = new() { Hosts = HostRights.All, From = Role.Moderator },
        [StandAct.Edit] = new() { Hosts = HostRights.Edit },
        [StandAct.Publish] = new() { Hosts = HostRights.Edit },
        [StandAct.Staff] = new() { Hosts = HostRights.Staff },
        [StandAct.ReadEnquiries] = new() { Hosts = HostRights.Enquiries },
        [StandAct.SeeFigures] = new() { Hosts = HostRights.All },
        [StandAct.NameHosts] = new() { From = Role.Organiser },
        [StandAct.GiveAway] = new() { From = Role.Organiser },
        [StandAct.TakeDown] = new() { Owner = false, From = Role.Moderator },
        [StandAct.PutBack] = new() { Owner = false, From = Role.Moderator, NotOwnCause = true },
    }.ToFrozenDictionary();

    /// <param name="act">What somebody wants to do.</param>
    /// <param name="member">Their id.</param>
    /// <param name="role">What they are in the house. Who has only given a name is of no team: nobody could tell them from another who gives it.</param>
    /// <param name="team">Of the stand.</param>
    /// <param name="showing">Of the stand.</param>
    public static bool May(StandAct act, string member, Role role, StandTeam team, StandShowing showing)
    {
        if (act == StandAct.See && (showing.IsOpen || showing.TakenDown is not null && role >= Role.Moderator)) return true;
        var rule = rules[act];
        var ofTeam = role > Role.Visitor && team.Has(member);
        if (ofTeam && (team.IsOwner(member) ? rule.Owner : (team.RightsOf(member) & rule.Hosts) != HostRights.None)) return true;
        return role >= rule.From && !(rule.NotOwnCause && ofTeam && role < Role.Organiser);
    }

    /// <summary>Whether somebody may see a material. It is never more open than its stand.</summary>
    public static bool MaySee(string material, string member, Role role, StandTeam team, StandShowing showing) =>
        May(StandAct.See, member, role, team, showing) && (showing.Shows(material) || May(StandAct.SeeTakenDown, member, role, team, showing));
}
