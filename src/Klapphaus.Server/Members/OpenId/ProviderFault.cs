using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>What went wrong with the identity provider: words for the operator, a number for who wanted to sign in.</summary>
static class ProviderFault
{
    const int Longest = 300;

    public static ErrorCode ProviderFailed(this ILogger log, Exception? fault)
    {
        if (!IsUnreachable(fault))
        {
            log.Refused(Words(fault));
            return ErrorCode.SignInFailed;
        }
        log.Unreachable(Words(fault));
        return ErrorCode.ProviderUnreachable;
    }

    /// <summary>It does not answer, in contrast to an answer that was no.</summary>
    static bool IsUnreachable(Exception? fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or TaskCanceledException) return true;
        }
        return false;
    }

    /// <summary>In one line, and not a long one: it may repeat what anybody has put into the address. A provider's own description may name the person, so it is left out.</summary>
    static string Words(Exception? fault)
    {
        var reason = fault is OpenIdConnectProtocolException && fault.Data["error"] is string code ? code : fault?.Message ?? "";
        return $"{fault?.GetType().Name}: {string.Concat(reason.Take(Longest).Select(c => char.IsControl(c) ? ' ' : c))}";
    }
}
