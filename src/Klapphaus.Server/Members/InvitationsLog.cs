namespace Klapphaus.Server.Members;

static partial class InvitationsLog
{
    [LoggerMessage(803, LogLevel.Warning, "There is no invitation for the organiser to print: {Reason}")]
    public static partial void NotPrinted(this ILogger log, string reason);
}
