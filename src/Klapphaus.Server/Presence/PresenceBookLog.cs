namespace Klapphaus.Server.Presence;

static partial class PresenceBookLog
{
    [LoggerMessage(401, LogLevel.Warning, "Presence could not be written: {Reason}")]
    public static partial void StoreSilent(this ILogger log, string reason);
}
