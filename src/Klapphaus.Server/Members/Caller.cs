using System.Security.Claims;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members;

/// <summary>Who is at the other end, as the server itself has established it. Carried in the session cookie or the bearer token.</summary>
sealed record Caller(string Id, string Name, string Affiliation, string Role)
{
    const string AffiliationClaim = "affiliation";
    const string SessionClaim = "session";
    const string OriginClaim = "origin";
    const string VerifiedClaim = "verified";
    const string RoomsClaim = "rooms";

    /// <summary>The session by which it is signed in; it may have ended since (<see cref="SessionGuard"/>).</summary>
    public string Session { get; init; } = "";

    /// <summary>How the house knows it: <c>visitor</c>, <c>invitation:</c> with the invitation's id, or <c>openid</c>.</summary>
    public string Origin { get; init; } = VisitorOrigin;

    /// <summary>The network's identity provider vouches for name and affiliation.</summary>
    public bool Verified { get; init; }

    /// <summary>The only rooms that it may enter; empty for no such limit.</summary>
    public string[] Rooms { get; init; } = [];

    public const string VisitorOrigin = "visitor";
    public const string OpenIdOrigin = "openid";
    public const string InvitationOrigin = MemberProfile.InvitationOrigin;

    public static Caller? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id
            ? new(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", principal.FindFirstValue(AffiliationClaim) ?? "", principal.FindFirstValue(ClaimTypes.Role) ?? Roles.Visitor)
            {
                Session = principal.FindFirstValue(SessionClaim) ?? "",
                Origin = principal.FindFirstValue(OriginClaim) ?? VisitorOrigin,
                Verified = principal.HasClaim(VerifiedClaim, "true"),
                Rooms = principal.FindFirstValue(RoomsClaim)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            }
            : null;

    /// <summary>Who asks, as grains take it. Whoever moderates single rooms is no moderator of the house.</summary>
    public Moderator ToModerator(bool ofTheHouse = false) => new(Id, Name, ofTheHouse && Rooms.Length > 0 ? Roles.Visitor : Role);

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Id),
            new(ClaimTypes.Name, Name),
            new(AffiliationClaim, Affiliation),
            new(ClaimTypes.Role, Role),
            new(SessionClaim, Session),
            new(OriginClaim, Origin),
            new(VerifiedClaim, Verified ? "true" : "false"),
            new(RoomsClaim, string.Join(' ', Rooms)),
        ],
        scheme));
}
