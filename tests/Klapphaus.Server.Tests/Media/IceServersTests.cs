using System.Security.Cryptography;
using System.Text;
using Klapphaus.Server.Media;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.Tests.Media;

/// <summary>Names and passwords for the relay, as coturn checks them.</summary>
public sealed class IceServersTests
{
    static readonly DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    [Fact]
    public void NameHoldsForHoursAndThePasswordIsItsSignature()
    {
        var view = IceServers.For("ada", new HouseOptions { TurnUrls = "stun:haus.example:3478, turn:haus.example:3478?transport=udp,turns:haus.example:443?transport=tcp", TurnSecret = "geheim" }, now, TimeSpan.FromHours(8));
        Assert.Equal(2, view.IceServers.Count);
        Assert.Equal(["stun:haus.example:3478"], view.IceServers[0].Urls);
        Assert.Null(view.IceServers[0].Username);
        var relay = view.IceServers[1];
        Assert.Equal(["turn:haus.example:3478?transport=udp", "turns:haus.example:443?transport=tcp"], relay.Urls);
        Assert.Equal($"{1_800_000_000 + 8 * 3600}:ada", relay.Username);
#pragma warning disable CA5350 // as coturn does
        Assert.Equal(Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes("geheim"), Encoding.UTF8.GetBytes(relay.Username!))), relay.Credential);
#pragma warning restore CA5350
    }

    [Fact]
    public void WithoutServersThereAreNone() => Assert.Empty(IceServers.For("ada", new HouseOptions(), now, TimeSpan.FromHours(8)).IceServers);
}
