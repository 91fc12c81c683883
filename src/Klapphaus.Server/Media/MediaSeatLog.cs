namespace Klapphaus.Server.Media;

static partial class MediaSeatLog
{
    [LoggerMessage(300, LogLevel.Warning, "The media server gives no place: {Reason}. Tried again in {Pause}.")]
    public static partial void NoPlace(this ILogger log, string reason, TimeSpan pause);

    [LoggerMessage(301, LogLevel.Warning, "The media server refused: {Reason}. The place is taken anew.")]
    public static partial void Refused(this ILogger log, string reason);

    [LoggerMessage(302, LogLevel.Information, "The media server is reached.")]
    public static partial void RouterReached(this ILogger log);

    [LoggerMessage(303, LogLevel.Warning, "The connection to the media server is lost: {Reason}.")]
    public static partial void RouterLost(this ILogger log, string reason);
}
