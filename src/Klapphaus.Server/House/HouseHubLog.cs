namespace Klapphaus.Server.House;

static partial class HouseHubLog
{
    [LoggerMessage(601, LogLevel.Warning, "A lost connection could not be told to its room at once: {Reason}")]
    public static partial void LossUntold(this ILogger log, string reason);
}
