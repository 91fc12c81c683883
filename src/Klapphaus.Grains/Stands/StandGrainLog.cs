using Microsoft.Extensions.Logging;

namespace Klapphaus.Grains.Stands;

static partial class StandGrainLog
{
    [LoggerMessage(21, LogLevel.Warning, "Stand {Stand} is stored, and could not tell the house how it is now: {Reason}")]
    public static partial void Untold(this ILogger log, string stand, string reason);

    [LoggerMessage(22, LogLevel.Error, "Stand {Stand} wants a place that another stand has in the house's book.")]
    public static partial void PlaceLost(this ILogger log, string stand);

    [LoggerMessage(23, LogLevel.Warning, "How many came to stand {Stand} could not be stored, and is tried again: {Reason}")]
    public static partial void NotCounted(this ILogger log, string stand, string reason);
}
