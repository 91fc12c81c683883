namespace Klapphaus.Server.Stands;

static partial class StandReceptionLog
{
    [LoggerMessage(903, LogLevel.Warning, "A stand could not be told who is there, and is told again: {Reason}")]
    public static partial void StandSilent(this ILogger log, string reason);

    [LoggerMessage(905, LogLevel.Warning, "Other processes could not be told that somebody is on duty: {Reason}")]
    public static partial void DutyUntold(this ILogger log, string reason);

    [LoggerMessage(906, LogLevel.Warning, "A stand did not say where its host arrives, who comes in by the entry: {Reason}")]
    public static partial void PlaceUnknown(this ILogger log, string reason);
}
