namespace Klapphaus.Server.Stands;

static partial class StandMessengerLog
{
    [LoggerMessage(904, LogLevel.Warning, "What a stand has to say could not be handed over: {Reason}")]
    public static partial void Undelivered(this ILogger log, string reason);
}
