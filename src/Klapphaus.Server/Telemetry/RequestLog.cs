namespace Klapphaus.Server.Telemetry;

/// <summary>The framework's log of requests writes whole addresses, and the tokens of WebSockets stand in them.</summary>
static class RequestLog
{
    const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>
    /// Keeps it silent, whatever the settings say and for whichever output they say it: of the rules for a category the last wins, and one for an output
    /// before one for all.
    /// </summary>
    public static void AddNoRequestLog(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(o =>
    {
        string?[] outputs = [null, .. o.Rules.Select(r => r.ProviderName).Distinct()];
        foreach (var output in outputs) o.Rules.Add(new(output, Category, LogLevel.Warning, null));
    });
}
