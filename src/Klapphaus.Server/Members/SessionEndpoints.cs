using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Members;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Klapphaus.Server.Members;

/// <summary>Signing in and out: <c>/api/session</c>.</summary>
static class SessionEndpoints
{
    public const string RateLimit = "sign-in";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/api/session").For("Session", Callers.Anybody);
        session.MapPost("", SignInAsync).RequireRateLimiting(RateLimit).Does("signIn", "Signs in by a name, by an invitation or by both; who is signed in already stays the same member.")
            .Takes("token", "Answers with a bearer token, and sets no cookie.").Gives<SessionView>()
            .Refuses(ErrorCode.NameUnusable, ErrorCode.NameTaken, ErrorCode.AffiliationUnusable, ErrorCode.InvitationNeeded, ErrorCode.Banned)
            .Refuses(ErrorCode.InvitationInvalid, ErrorCode.InvitationExpired, ErrorCode.InvitationRevoked, ErrorCode.InvitationUsedUp);
        session.MapGet("", (HttpContext http) => Caller.Of(http.User) is { } caller ? Results.Ok(SignIn.View(caller)) : Problems.Of(http, ErrorCode.SignInNeeded))
            .For("Session", Callers.SignedIn).Does("getSession", "Tells as whom one is signed in.").Gives<SessionView>();
        session.MapDelete("", SignOutAsync).Does("signOut", "Ends the session wherever it is used.").GivesNothing(StatusCodes.Status200OK);
        session.MapSignInCodes();
        session.MapPost("invitation", PreviewAsync).RequireRateLimiting(RateLimit)
            .Does("previewInvitation", "Tells for whom an invitation is, without using it; nothing of one that lets in nobody.").Gives<InvitationPreview>().GivesNothing();
    }

    static async Task<IResult> SignInAsync(
        HttpContext http, SessionRequest request, Invitations invitations, SignIn signIn, StandDesk stands, IGrainFactory grains, Evictions evictions, HouseOptions options, bool token = false)
    {
        if (await RefuseBannedAsync(http, signIn, token) is { } stays) return stays;
        var (invitation, error) = await invitations.FindAsync(request.Invitation);
        if (error != ErrorCode.None) return Problems.Of(http, error);
        var before = Caller.Of(http.User);
        if (invitation is null && !options.Visitors && before is null or { Role: Roles.Visitor, Origin: Caller.VisitorOrigin }) return Problems.Of(http, ErrorCode.InvitationNeeded);

        var (introduced, refusal) = Introduce(before, request, invitation);
        if (introduced is null) return Problems.Of(http, refusal);
        var caller = introduced;
        if (invitation is not null)
        {
            (var redeemed, error) = await invitations.RedeemAsync(invitation, before);
            if (redeemed is null) return Problems.Of(http, error);
            caller = redeemed;
        }
        // an invitation for somebody else than who is signed in here: that person comes, under their own name
        var changes = before is not null && before.Id != caller.Id;
        if (!changes) caller = caller with { Name = introduced.Name, Affiliation = introduced.Affiliation };
        var (view, opening) = await signIn.OpenAsync(http, caller, token);
        if (view is null) return opening.Ban is { } ban ? Problems.OfBan(http, ban) : Problems.Of(http, opening.Error);
        if (invitation is { Stand.Length: > 0 } && await stands.JoinAsync(invitation, caller) is not ErrorCode.None and var refused) return Problems.Of(http, refused);
        if (changes && !token) await EndAsync(before!, grains, evictions);
        return Results.Ok(view);
    }

    /// <summary>Who is banned stays who they are, whatever name they give and whatever invitation or code they show. Null for all others.</summary>
    public static async Task<IResult?> RefuseBannedAsync(HttpContext http, SignIn signIn, bool token) =>
        SessionGuard.BannedCaller(http) is { } banned && (await signIn.OpenAsync(http, banned, token)).Opening.Ban is { } ban ? Problems.OfBan(http, ban) : null;

    /// <summary>Whom an invitation is for, so that guests of a list find their name filled in. Nothing is used up, and what is wrong with it is told to who signs in by it.</summary>
    static async Task<IResult> PreviewAsync(SessionRequest request, Invitations invitations)
    {
        var (found, _) = await invitations.FindAsync(request.Invitation);
        return found is null ? Results.NoContent() : Results.Ok(new InvitationPreview { Name = found.Name, Affiliation = found.Affiliation, Role = found.Role });
    }

    /// <summary>
    /// Who is signed in already stays the same member, under the new name; but what the network's identity provider vouches for is changed there, not here.
    /// A role once given is kept; a name is judged by the role that one will have.
    /// </summary>
    static (Caller? Caller, ErrorCode Error) Introduce(Caller? before, SessionRequest request, InvitationState? invitation)
    {
        if (before is { Verified: true }) return (before, ErrorCode.None);
        var given = string.IsNullOrWhiteSpace(request.Name) && invitation is { Name.Length: > 0 } ? request with { Name = invitation.Name, Affiliation = invitation.Affiliation } : request;
        var role = before?.Role ?? Roles.Visitor;
        var (name, error) = PersonName.Choose(given.Name, Roles.Of(invitation?.Role) > Roles.Of(role) ? invitation!.Role : role);
        if (name is null) return (null, error);
        if (PersonName.CleanAffiliation(given.Affiliation) is not { } affiliation) return (null, ErrorCode.AffiliationUnusable);
        return ((before ?? new Caller(Guid.NewGuid().ToString("N"), name, affiliation, role)) with { Name = name, Affiliation = affiliation }, ErrorCode.None);
    }

    static async Task<IResult> SignOutAsync(HttpContext http, IGrainFactory grains, Evictions evictions)
    {
        if (Caller.Of(http.User) is { } caller) await EndAsync(caller, grains, evictions);
        return Results.SignOut(authenticationSchemes: [CookieAuthenticationDefaults.AuthenticationScheme]);
    }

    /// <summary>Ends a session wherever it is used: other tabs and processes, too.</summary>
    public static async Task EndAsync(Caller caller, IGrainFactory grains, Evictions evictions)
    {
        await grains.GetGrain<IMemberGrain>(caller.Id).EndSession(caller.Session);
        await evictions.EvictAsync(new(caller.Id, DisconnectCode.SessionEnded) { Session = caller.Session });
    }
}
