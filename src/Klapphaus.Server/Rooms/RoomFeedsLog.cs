namespace Klapphaus.Server.Rooms;

static partial class RoomFeedsLog
{
    [LoggerMessage(101, LogLevel.Information, "Attaches again to room {Room}, with {Residents} people of this process.")]
    public static partial void AttachesAgain(this ILogger log, string room, int residents);

    [LoggerMessage(102, LogLevel.Warning, "Could not attach to room {Room}: {Reason}")]
    public static partial void AttachFailed(this ILogger log, string room, string reason);

    [LoggerMessage(103, LogLevel.Warning, "A room did not answer to a renewal: {Reason}")]
    public static partial void RenewalFailed(this ILogger log, string reason);

    [LoggerMessage(104, LogLevel.Warning, "Could not detach from room {Room}: {Reason}")]
    public static partial void CloseFailed(this ILogger log, string room, string reason);

    [LoggerMessage(110, LogLevel.Information, "Rooms and presence know this process as {Id}.")]
    public static partial void ProcessKnownAs(this ILogger log, string id);
}
