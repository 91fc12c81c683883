using System.Net;
using Klapphaus.Server.Start;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Klapphaus.Server.Telemetry;

/// <summary>Metrics for Prometheus at <c>/metrics</c>; traces where an OTLP endpoint is configured by the usual <c>OTEL_</c> settings.</summary>
static class TelemetryEndpoints
{
    const string Path = "/metrics";

    /// <summary>Left by a proxy, or by the framework when its environment told it to believe one.</summary>
    static readonly string[] handedOn = ["X-Forwarded-For", "X-Original-For", "X-Real-IP", "Forwarded", "Via"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddDiscretion();
        // the slim builder writes lines for people, and does not look at the setting
        if (builder.Configuration["Logging:Console:FormatterName"] == "json") builder.Logging.AddJsonConsole();
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(r => r.AddService("klapphaus")).WithMetrics(metrics => metrics
            .AddMeter(HouseMeter.Name, "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections")
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter(o => o.ScrapeResponseCacheDurationMilliseconds = 0)); // one reader, and it wants the present
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        telemetry.WithTracing(traces => traces
            .AddSource("Microsoft.Orleans.Application", "Microsoft.Orleans.Lifecycle")
            // a connection to the hub lasts for hours and says nothing as a trace; its calls come by Orleans' sources
            .AddAspNetCoreInstrumentation(o =>
            {
                o.EnableAspNetCoreSignalRSupport = false; // a span for every step
                o.Filter = http => !http.Request.Path.StartsWithSegments(Contracts.Protocol.HubPath, StringComparison.Ordinal);
            })
            .AddOtlpExporter());
    }

    /// <summary>To be used before anything believes a proxy's word about where a request comes from.</summary>
    public static void UseMetricsGuard(this WebApplication app, HouseOptions options)
    {
        var allowed = Networks.Read(options.MetricsFrom, nameof(options.MetricsFrom));
        app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) || IsOurs(http, allowed)) return next(http);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    public static void MapMetrics(this WebApplication app) => app.MapPrometheusScrapingEndpoint(Path);

    /// <summary>A request that a proxy has brought along comes from outside, wherever the proxy stands.</summary>
    static bool IsOurs(HttpContext http, List<IPNetwork> allowed) =>
        !Array.Exists(handedOn, http.Request.Headers.ContainsKey) && http.Connection.RemoteIpAddress is { } from
        && (IPAddress.IsLoopback(from) || allowed.Exists(n => n.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from)));
}
