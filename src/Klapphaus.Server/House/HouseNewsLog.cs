namespace Klapphaus.Server.House;

static partial class HouseNewsLog
{
    [LoggerMessage(301, LogLevel.Warning, "The house did not answer to a report: {Reason}")]
    public static partial void ReportFailed(this ILogger log, string reason);
}
