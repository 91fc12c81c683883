using System.Security.Claims;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Start;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>
/// What becomes of somebody who comes back from the identity provider: a session, or the number of the refusal; and then the welcome page. Whoever was sent by a
/// program goes back to it instead, with a code for it, and this browser gets no session.
/// </summary>
sealed class OpenIdArrivals(HouseOptions options, SignIn signIn, SignInCodes codes, IGrainFactory grains, ILogger<OpenIdArrivals> log) : OpenIdConnectEvents
{
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.Response.Redirect(LoopbackReturn.Recall(context.Properties) is { } program
            ? await AnswerAsync(program, context.Principal!)
            : WelcomeAddress.Of(context.Properties, await AdmitAsync(context.HttpContext, context.Principal!)));
        context.HandleResponse();
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var error = log.ProviderFailed(context.Failure);
        context.Response.Redirect(LoopbackReturn.Recall(context.Properties)?.Refusal(error) ?? WelcomeAddress.Of(context.Properties, error));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>The session begins when the program uses its code. Who is banned is told so already now.</summary>
    async Task<string> AnswerAsync(LoopbackReturn program, ClaimsPrincipal person)
    {
        var (caller, error) = ProviderCaller.Read(person, options);
        if (caller is null) return program.Refusal(error);
        try
        {
            if ((await grains.GetGrain<IMemberGrain>(caller.Id).CheckSession(caller.Session)).Error == ErrorCode.Banned) return program.Refusal(ErrorCode.Banned);
            return program.Answer((await codes.GiveAsync(caller, program.Challenge)).Code);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return program.Refusal(ErrorCode.Unavailable);
        }
    }

    async Task<ErrorCode> AdmitAsync(HttpContext http, ClaimsPrincipal person)
    {
        var (caller, error) = ProviderCaller.Read(person, options);
        if (caller is null) return error;
        try
        {
            var (_, opening) = await signIn.OpenAsync(http, caller, token: false);
            return opening.Error;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return ErrorCode.Unavailable;
        }
    }
}
