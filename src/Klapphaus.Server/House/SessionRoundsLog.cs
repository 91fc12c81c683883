namespace Klapphaus.Server.House;

static partial class SessionRoundsLog
{
    [LoggerMessage(602, LogLevel.Warning, "Whether the session of a connection in the background goes on is not known just now: {Reason}")]
    public static partial void SessionUnknown(this ILogger log, string reason);
}
