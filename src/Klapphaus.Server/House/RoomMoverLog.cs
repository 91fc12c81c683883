namespace Klapphaus.Server.House;

static partial class RoomMoverLog
{
    [LoggerMessage(701, LogLevel.Warning, "The rooms of this process could not be handed over before it closes: {Reason}")]
    public static partial void MoveFailed(this ILogger log, string reason);
}
