namespace Klapphaus.Server.Presence;

static partial class PresenceBookLog
{
    [LoggerMessage(401, LogLevel.Warning, "Presence could not be written: {Reason}")]
    public static partial void StoreSilent(this ILogger log, string reason);

    [LoggerMessage(402, LogLevel.Warning, "Presence could not be read: {Reason}")]
    public static partial void StoreUnread(this ILogger log, string reason);
}
