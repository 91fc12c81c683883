namespace Klapphaus.Server.Members;

static partial class EvictionsLog
{
    [LoggerMessage(801, LogLevel.Warning, "Other processes could not be told that a member has to go: {Reason}")]
    public static partial void Untold(this ILogger log, string reason);

    [LoggerMessage(802, LogLevel.Warning, "A word of another process that a member has to go could not be read: {Reason}")]
    public static partial void Unreadable(this ILogger log, string reason);
}
