namespace Klapphaus.Server.House;

static partial class HousePublisherLog
{
    [LoggerMessage(501, LogLevel.Information, "The changed floor plans are in force.")]
    public static partial void HouseChanged(this ILogger log);

    [LoggerMessage(502, LogLevel.Error, "The changed floor plans are not taken over: {Fault}")]
    public static partial void PlanFault(this ILogger log, string fault);

    [LoggerMessage(503, LogLevel.Warning, "The folder of floor plans could not be read: {Reason}")]
    public static partial void FolderUnreadable(this ILogger log, string reason);

    [LoggerMessage(504, LogLevel.Warning, "The house does not answer yet ({Reason}), and is asked again.")]
    public static partial void HouseSilent(this ILogger log, string reason);
}
