using System.Net;
using Klapphaus.Server.Limits;

namespace Klapphaus.Server.Tests.Limits;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::")]
    public void OneCustomerIsOneAddress(string address, string counted) => Assert.Equal(counted, ClientAddress.Of(IPAddress.Parse(address)));
}
