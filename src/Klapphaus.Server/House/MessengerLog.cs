namespace Klapphaus.Server.House;

static partial class MessengerLog
{
    [LoggerMessage(911, LogLevel.Warning, "Members could not be told {What}: {Reason}")]
    public static partial void Untold(this ILogger log, string what, string reason);
}
