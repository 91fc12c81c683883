using Klapphaus.World.Members;

namespace Klapphaus.World.Stands;

/// <summary>Who may do one thing at a stand: those of its team that it names, and those of the house from a role on.</summary>
sealed record StandRule
{
    /// <summary>Hosts with one of these rights may.</summary>
    public HostRights Hosts { get; init; }

    /// <summary>The owner may.</summary>
    public bool Owner { get; init; } = true;

    /// <summary>Everybody from this role on may; null for nobody by their role.</summary>
    public Role? From { get; init; }

    /// <summary>Who is of its team may not by their role, unless they are organisers.</summary>
    public bool NotOwnCause { get; init; }
}
