using System.Security.Claims;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>Which role somebody has by what the identity provider says, as an operator writes it: <c>groups=vorstand:organiser, groups=haus:moderator</c>.</summary>
sealed class RoleRules
{
    readonly List<(string Claim, string Value, Role Role)> rules = [];

    /// <summary>The claims that the rules ask for.</summary>
    public IEnumerable<string> Claims => rules.Select(rule => rule.Claim).Distinct();

    /// <summary>False when one of them cannot be read.</summary>
    public static bool TryRead(string text, out RoleRules read)
    {
        read = new();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // the first equals sign ends the claim's name and the last colon its value: both may be addresses with colons in them
            var (equals, colon) = (part.IndexOf('=', StringComparison.Ordinal), part.LastIndexOf(':'));
            if (equals < 1 || colon < equals + 2 || !Roles.TryRead(part[(colon + 1)..].Trim(), out var role) || role < Role.Member) return false;
            read.rules.Add((part[..equals].Trim(), part[(equals + 1)..colon].Trim(), role));
        }
        return true;
    }

    /// <summary>The highest of the roles that somebody's claims give; a member where they give none.</summary>
    public Role Of(ClaimsPrincipal person)
    {
        var highest = Role.Member;
        foreach (var (claim, value, role) in rules)
        {
            if (role > highest && person.HasClaim(claim, value)) highest = role;
        }
        return highest;
    }
}
