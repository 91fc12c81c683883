namespace Klapphaus.Server.Stands;

static partial class StandShelfLog
{
    [LoggerMessage(901, LogLevel.Warning, "Other processes could not be told that a stand has changed: {Reason}")]
    public static partial void Untold(this ILogger log, string reason);

    [LoggerMessage(902, LogLevel.Warning, "The house's stands could not be read, and are asked for again: {Reason}")]
    public static partial void Unread(this ILogger log, string reason);
}
