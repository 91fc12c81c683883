namespace Klapphaus.Server.Members;

static partial class RetentionLog
{
    [LoggerMessage(811, LogLevel.Information, "{Members} members are forgotten who have been signed in nowhere for longer than is kept.")]
    public static partial void Swept(this ILogger log, int members);

    [LoggerMessage(812, LogLevel.Warning, "What is too old could not be forgotten, and is looked at again tomorrow: {Reason}")]
    public static partial void NotSwept(this ILogger log, string reason);
}
