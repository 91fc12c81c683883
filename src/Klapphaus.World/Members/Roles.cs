namespace Klapphaus.World.Members;

/// <summary>The names of roles, as they travel and are stored.</summary>
public static class Roles
{
    public const string Visitor = "visitor";
    public const string Guest = "guest";
    public const string Member = "member";
    public const string Host = "host";
    public const string Moderator = "moderator";
    public const string Organiser = "organiser";

    /// <summary>From the least to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [Visitor, Guest, Member, Host, Moderator, Organiser];

    /// <summary>The role of that name; a visitor when there is none of that name, since that is who may do least.</summary>
    public static Role Of(string? name) => TryRead(name, out var role) ? role : Role.Visitor;

    public static bool TryRead(string? name, out Role role)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (!string.Equals(All[i], name, StringComparison.Ordinal)) continue;
            role = (Role)i;
            return true;
        }
        role = Role.Visitor;
        return false;
    }

    public static string Name(Role role) => All[(int)role];

    /// <summary>Looks after others: host, moderator or organiser.</summary>
    public static bool IsStaff(string? name) => Of(name) >= Role.Host;
}
