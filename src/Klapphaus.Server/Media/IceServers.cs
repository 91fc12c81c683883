using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;

namespace Klapphaus.Server.Media;

/// <summary>
/// <c>GET /api/ice</c>: the servers by which browsers find a way to each other, for who is signed in. Names and passwords for the relay hold for some hours
/// and are made as coturn checks them (use-auth-secret): the name is the Unix second of its end and the member's id, the password its HMAC-SHA1.
/// </summary>
static class IceServers
{
    /// <summary>A day at a fair; who is connected stays so when it is over.</summary>
    static readonly TimeSpan lifetime = TimeSpan.FromHours(8);

    public static void MapIceServers(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/ice", (HttpContext http, HouseOptions options, TimeProvider time) =>
            Caller.Of(http.User) is { } caller ? Results.Ok(For(caller.Id, options, time.GetUtcNow(), lifetime)) : Problems.Of(http, ErrorCode.SignInNeeded))
            .For("Media", Callers.SignedIn).Does("getIceServers", "Lends servers by which browsers find a way to each other.").Gives<IceServersView>();

    /// <summary>The servers, with a name and a password for this member that hold so long.</summary>
    public static IceServersView For(string member, HouseOptions options, DateTimeOffset now, TimeSpan lifetime)
    {
        var urls = options.TurnUrls.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var finders = urls.Where(u => u.StartsWith("stun", StringComparison.Ordinal)).ToArray();
        var relays = urls.Except(finders).ToArray();
        var name = $"{(now + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}:{member}";
        List<IceServerView> servers = [];
        if (finders.Length > 0) servers.Add(new(finders, null, null));
        if (relays.Length > 0) servers.Add(new(relays, name, Password(name, options.TurnSecret)));
        return new(servers, (int)lifetime.TotalSeconds);
    }

    /// <summary>SHA-1 is what the scheme wants (draft-uberti-behave-turn-rest); it signs a name that holds for hours, and hides nothing.</summary>
#pragma warning disable CA5350 // there is no other scheme that coturn and browsers share
    static string Password(string name, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(name)));
#pragma warning restore CA5350
}
