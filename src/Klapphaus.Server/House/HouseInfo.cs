using Klapphaus.Grains.House;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.House;

/// <summary><c>GET /api/house</c>: what may be known before signing in.</summary>
static class HouseInfo
{
    public static void MapHouseInfo(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/house", async (IGrainFactory grains, HouseOptions options) =>
        {
            var index = await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms();
            return new
            {
                name = index.Names["de"],
                names = index.Names,
                language = index.Language,
                signIn = options.HasOpenId ? new { name = options.OpenIdName } : null,
                visitors = options.Visitors,
            };
        });
    }

    /// <summary><c>/healthz/live</c>: the process runs. <c>/healthz/ready</c>: the house can be entered by it.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => "live");
        app.MapGet("/healthz/ready", (Readiness readiness) => readiness.Obstacle() switch
        {
            null => Results.Text("ready"),
            // told apart from failure: a proxy lets whom this process has stay, and sends nobody new (haproxy: disable-on-404)
            "draining" => Results.Text("draining", statusCode: StatusCodes.Status404NotFound),
            var obstacle => Results.Text(obstacle, statusCode: StatusCodes.Status503ServiceUnavailable),
        });
    }
}
