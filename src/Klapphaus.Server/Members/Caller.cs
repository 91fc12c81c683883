using System.Security.Claims;

namespace Klapphaus.Server.Members;

/// <summary>Who is at the other end, as the server itself has established it. Carried in the session cookie or the bearer token.</summary>
sealed record Caller(string Id, string Name, string Affiliation, string Role)
{
    const string AffiliationClaim = "affiliation";

    public static Caller? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id
            ? new(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", principal.FindFirstValue(AffiliationClaim) ?? "", principal.FindFirstValue(ClaimTypes.Role) ?? Roles.Visitor)
            : null;

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Id),
            new(ClaimTypes.Name, Name),
            new(AffiliationClaim, Affiliation),
            new(ClaimTypes.Role, Role),
        ],
        scheme));
}
