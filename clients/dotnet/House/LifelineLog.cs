using Microsoft.Extensions.Logging;

namespace Klapphaus.Client;

static partial class LifelineLog
{
    [LoggerMessage(LogLevel.Information, "{Address} does not take us back yet: {Reason}")]
    public static partial void AttemptFailed(ILogger log, Uri address, string reason);
}
