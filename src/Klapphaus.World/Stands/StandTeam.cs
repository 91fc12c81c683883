namespace Klapphaus.World.Stands;

/// <summary>Who looks after a stand: its owner, who may do everything at it, and hosts, each with rights of their own.</summary>
public sealed record StandTeam
{
    /// <summary>More than any town sends to a stand.</summary>
    public const int MostHosts = 30;

    /// <summary>Id of the member whose stand it is; empty as long as nobody has taken it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The others, by member.</summary>
    public IReadOnlyDictionary<string, HostRights> Hosts { get; init; } = new Dictionary<string, HostRights>();

    public bool IsOwner(string member) => member.Length > 0 && member == Owner;

    public bool Has(string member) => IsOwner(member) || Hosts.ContainsKey(member);

    public HostRights RightsOf(string member) => IsOwner(member) ? HostRights.All : Hosts.GetValueOrDefault(member);

    /// <summary>Everybody who may do this.</summary>
    public IReadOnlyList<string> AllWith(HostRights rights) =>
        [.. new[] { Owner }.Concat(Hosts.Keys).Where(member => member.Length > 0 && (RightsOf(member) & rights) == rights)];

    /// <summary>
    /// Names a host or gives them other rights; without any they are no host any more. Null when there are as many as there may be, or for the owner, whose
    /// rights are not anybody's to give.
    /// </summary>
    public StandTeam? Name(string member, HostRights rights)
    {
        if (IsOwner(member)) return null;
        var hosts = new Dictionary<string, HostRights>(Hosts);
        hosts.Remove(member);
        if ((rights & HostRights.All) == HostRights.None) return this with { Hosts = hosts };
        if (hosts.Count >= MostHosts) return null;
        hosts[member] = rights & HostRights.All;
        return this with { Hosts = hosts };
    }

    /// <summary>Another owner. Who was it before is no longer in the team, unless the new one names them.</summary>
    public StandTeam GiveTo(string member)
    {
        var hosts = new Dictionary<string, HostRights>(Hosts);
        hosts.Remove(member);
        return new() { Owner = member, Hosts = hosts };
    }
}
