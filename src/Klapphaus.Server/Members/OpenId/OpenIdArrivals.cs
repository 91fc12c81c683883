using System.Security.Claims;
using Klapphaus.Server.Start;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>What becomes of somebody who comes back from the identity provider: a session, or the number of the refusal; and then the welcome page.</summary>
sealed class OpenIdArrivals(HouseOptions options, SignIn signIn, ILogger<OpenIdArrivals> log) : OpenIdConnectEvents
{
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var error = await AdmitAsync(context.HttpContext, context.Principal!);
        context.Response.Redirect(WelcomeAddress.Of(context.Properties, error));
        context.HandleResponse();
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.Response.Redirect(WelcomeAddress.Of(context.Properties, log.ProviderFailed(context.Failure)));
        context.HandleResponse();
        return Task.CompletedTask;
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
