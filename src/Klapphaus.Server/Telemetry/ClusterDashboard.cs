using Klapphaus.Server.Web;
using Klapphaus.World.Members;
using Orleans.Dashboard;

namespace Klapphaus.Server.Telemetry;

/// <summary>The dashboard of Orleans: which machine, room or call is busy. Organisers alone get to see it, and only where the operator has switched it on.</summary>
static class ClusterDashboard
{
    const string Path = "/orleans";

    /// <summary>As strict as for the house's own pages, but for styles and a font that the dashboard carries within itself.</summary>
    const string Policy = SafeHeaders.Policy + "; style-src 'self' 'unsafe-inline'; font-src 'self' data:";

    public static void AddClusterDashboard(this ISiloBuilder silo) => silo.AddDashboard(Hide);

    public static void AddClusterDashboard(this IClientBuilder client) => client.AddDashboard(Hide);

    public static void MapClusterDashboard(this WebApplication app) => app.MapOrleansDashboard(Path)
        .RequireAuthorization(p => p.RequireRole(Roles.Organiser))
        .AddEndpointFilter((call, next) =>
        {
            call.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
            return next(call);
        });

    /// <summary>The log is the operator's.</summary>
    static void Hide(DashboardOptions options) => options.HideTrace = true;
}
