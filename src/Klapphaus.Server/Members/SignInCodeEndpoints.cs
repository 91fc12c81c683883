using Klapphaus.Contracts;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members;

/// <summary>Signing in once more, elsewhere: <c>/api/session/code</c> gives a code, and <c>/api/session/redeem</c> takes it.</summary>
static class SignInCodeEndpoints
{
    public static void MapSignInCodes(this IEndpointRouteBuilder session)
    {
        session.MapPost("code", GiveAsync).RequireRateLimiting(SessionEndpoints.RateLimit).AddEndpointFilter(HouseFaults.AnswerAsync).For("Session", Callers.SignedIn)
            .Does("giveSignInCode", "Gives a code by which one signs in once more, with another program or browser: within a minute, and once.").Gives<SignInCodeView>();
        session.MapPost("redeem", RedeemAsync).RequireRateLimiting(SessionEndpoints.RateLimit).AddEndpointFilter(HouseFaults.AnswerAsync)
            .Does("redeemSignInCode", "Signs in by such a code, or by one that a program has got from the sign-in by the provider; the session is as that was by which the code was asked for.")
            .Takes("token", "Answers with a bearer token, and sets no cookie.").Gives<SessionView>()
            .Refuses(ErrorCode.SignInCodeInvalid, ErrorCode.SignedInAsAnother, ErrorCode.SessionEnded, ErrorCode.Banned);
    }

    static async Task<IResult> GiveAsync(HttpContext http, SignInCodes codes) =>
        Caller.Of(http.User) is { } caller ? Results.Ok(await codes.GiveAsync(caller)) : Problems.Of(http, ErrorCode.SignInNeeded);

    static async Task<IResult> RedeemAsync(
        HttpContext http, SignInCodeRequest request, SignInCodes codes, SignIn signIn, IGrainFactory grains, Evictions evictions, bool token = false)
    {
        if (await SessionEndpoints.RefuseBannedAsync(http, signIn, token) is { } stays) return stays;
        var before = token ? null : Caller.Of(http.User);
        // a code may have come by a link: whoever is here as somebody else is not to find themselves in a stranger's account
        var (redeemed, by, error) = await codes.RedeemAsync(request.Code, request.Verifier, request.Replace ? "" : before?.Id ?? "");
        if (redeemed is null) return Problems.Of(http, error);
        var caller = before?.Id == redeemed.Id ? GoOn(before, redeemed) : redeemed;
        var (view, opening) = await signIn.OpenAsync(http, caller, token, by);
        if (view is null) return opening.Ban is { } ban ? Problems.OfBan(http, ban) : Problems.Of(http, opening.Error);
        if (before is not null && before.Id != caller.Id) await SessionEndpoints.EndAsync(before, grains, evictions);
        return Results.Ok(view);
    }

    /// <summary>
    /// A browser that has been here before goes on with the session that it has: a member has so many, and windows are opened all day. And with the role that it
    /// has, where the program has signed in before one was given a higher one.
    /// </summary>
    static Caller GoOn(Caller before, Caller redeemed) => Roles.Of(before.Role) >= Roles.Of(redeemed.Role) ? before : redeemed with { Session = before.Session };
}
