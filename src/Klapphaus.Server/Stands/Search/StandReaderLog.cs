namespace Klapphaus.Server.Stands.Search;

static partial class StandReaderLog
{
    [LoggerMessage(911, LogLevel.Warning, "Stand {Stand} could not be read to be found, and is asked for again: {Reason}")]
    public static partial void StandUnread(this ILogger log, string stand, string reason);

    [LoggerMessage(912, LogLevel.Warning, "Stands were looked for without the way to them: {Reason}")]
    public static partial void NoWays(this ILogger log, string reason);
}
