using System.Security.Claims;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;

namespace Klapphaus.Server.Members;

/// <summary>A cookie or token counts only as long as its session goes on. The hub asks by itself when somebody says Hello.</summary>
static class SessionGuard
{
    static readonly object banned = new();

    public static void UseSessionGuard(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (Caller.Of(http.User) is { } caller && !http.Request.Path.StartsWithSegments(Protocol.HubPath, StringComparison.Ordinal))
        {
            try
            {
                var error = await CheckAsync(http.RequestServices.GetRequiredService<IGrainFactory>(), caller);
                if (error == ErrorCode.Banned) http.Items[banned] = caller;
                if (error != ErrorCode.None) http.User = new ClaimsPrincipal();
            }
            catch (Exception e) when (e is not OperationCanceledException) // the house does not answer, or its store
            {
                await Problems.Of(http, ErrorCode.Unavailable).ExecuteAsync(http);
                return;
            }
        }
        await next(http);
    });

    /// <summary>Who would be signed in if it were not banned: for what even they have a right to.</summary>
    public static Caller? BannedCaller(HttpContext http) => http.Items[banned] as Caller;

    static async Task<ErrorCode> CheckAsync(IGrainFactory grains, Caller caller) =>
        (await grains.GetGrain<IMemberGrain>(caller.Id).CheckSession(caller.Session)).Error;
}
