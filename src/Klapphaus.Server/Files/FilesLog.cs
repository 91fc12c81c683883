namespace Klapphaus.Server.Files;

static partial class FilesLog
{
    [LoggerMessage(901, LogLevel.Warning, "There is no room for an upload of {Bytes} bytes: the disk is full, or has only left what Klapphaus:Files:KeepFreeBytes keeps for all else.")]
    public static partial void DiskFull(this ILogger log, long bytes);

    [LoggerMessage(902, LogLevel.Error, "Files cannot be kept or read: {Reason}")]
    public static partial void StoreFails(this ILogger log, string reason);

    [LoggerMessage(903, LogLevel.Information, "{Files} files are thrown away that nobody refers to.")]
    public static partial void Swept(this ILogger log, int files);

    [LoggerMessage(904, LogLevel.Warning, "Files that nobody refers to could not be thrown away, and are looked at again in an hour: {Reason}")]
    public static partial void NotSwept(this ILogger log, string reason);
}
