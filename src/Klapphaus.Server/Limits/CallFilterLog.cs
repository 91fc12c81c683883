namespace Klapphaus.Server.Limits;

static partial class CallFilterLog
{
    [LoggerMessage(201, LogLevel.Warning, "{Method} could not be answered: {Reason}")]
    public static partial void HouseUnavailable(this ILogger log, string method, string reason);

    [LoggerMessage(202, LogLevel.Error, "{Method} failed.")]
    public static partial void CallFailed(this ILogger log, Exception exception, string method);
}
