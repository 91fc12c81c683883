namespace Klapphaus.Server.Members.OpenId;

static partial class OpenIdLog
{
    [LoggerMessage(811, LogLevel.Warning, "The identity provider cannot be reached, so nobody signs in by it: {Reason}")]
    public static partial void Unreachable(this ILogger log, string reason);

    [LoggerMessage(812, LogLevel.Information, "A sign-in by the identity provider did not succeed: {Reason}")]
    public static partial void Refused(this ILogger log, string reason);
}
