using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;

namespace Klapphaus.Server.House;

/// <summary><c>GET /api/house</c>: what may be known before signing in.</summary>
static class HouseInfo
{
    public static void MapHouseInfo(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/house", async (IGrainFactory grains, HouseOptions options) =>
        {
            var index = await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms();
            return new HouseView
            {
                Name = index.Names["de"],
                Names = index.Names,
                Language = index.Language,
                SignIn = options.HasOpenId ? new() { Name = options.OpenIdName } : null,
                Visitors = options.Visitors,
                FourEyes = options.FourEyes,
            };
        }).For("House", Callers.Anybody).Does("getHouse", "Tells how the house is called and how one comes in.").Gives<HouseView>();
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
