using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Web;

/// <summary>A page of another site has Ada's browser ask things of the house, and the browser adds her cookie.</summary>
public sealed class ForeignSiteTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    public static TheoryData<string, string> Foreign() => new()
    {
        { "Origin", "https://evil.example" },
        { "Origin", "http://127.0.0.1" }, // another port is another site
        { "Origin", "http://evil.127.0.0.1.example" },
        { "Origin", "null" },
        { "Origin", "file://" },
        { "Sec-Fetch-Site", "cross-site" },
        { "Sec-Fetch-Site", "same-site" }, // a neighbour under the same domain
        { "Sec-Fetch-Site", "what comes later" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    [InlineData("Origin", "")]
    public async Task NothingIsDoneForIt(string header, string value)
    {
        using var ada = await AdaAsync();
        foreach (var (method, path) in new[] { ("DELETE", "/api/session"), ("POST", "/api/session"), ("POST", "/api/connection-test/media"), ("POST", "/house/negotiate?negotiateVersion=1"), ("POST", "/HOUSE/negotiate"), ("GET", "/house?id=x") })
        {
            using var answer = await SendAsync(ada, method, path, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal(ErrorCode.ForeignSite, (await Browser.RefusalOf(answer)).Code);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
        Assert.Equal("Ada", (await ada.Http.GetFromJsonAsync<SessionView>("/api/session"))!.Name);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task NoConnectionIsOpenedForIt(string header, string value)
    {
        using var ada = await AdaAsync();
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => RawClient.DialAsync(house.Address, null, headers: [Cookie(ada), (header, value)]));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        var token = await house.SignIn("Bo");
        await Assert.ThrowsAsync<WebSocketException>(() => RawClient.DialAsync(house.Address, token, headers: [(header, value)]));
    }

    [Fact]
    public async Task OwnPageMayDoEverything()
    {
        using var ada = await AdaAsync();
        var origin = house.Address.GetLeftPart(UriPartial.Authority);
        foreach (var header in new[] { ("Origin", origin), ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none") })
        {
            using var negotiated = await SendAsync(ada, "POST", "/house/negotiate?negotiateVersion=1", header);
            Assert.Equal(HttpStatusCode.OK, negotiated.StatusCode);
            await using var line = await RawClient.ConnectAsync(house.Address, null, headers: [Cookie(ada), header]);
            Assert.Equal(0, (await line.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version })).Error);
        }
        using var left = await SendAsync(ada, "DELETE", "/api/session", ("Origin", origin));
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
    }

    [Theory]
    [InlineData("https://haus.example", "haus.example", true)]
    [InlineData("https://HAUS.example", "haus.example", true)]
    [InlineData("https://haus.example", "haus.example:443", true)]
    [InlineData("https://haus.example:8443", "haus.example:8443", true)]
    [InlineData("http://haus.example", "haus.example", true)]
    [InlineData("http://[::1]:5000", "[::1]:5000", true)]
    [InlineData("https://haus.example", "haus.example:8443", false)]
    [InlineData("https://haus.example:8443", "haus.example", false)]
    [InlineData("https://other.haus.example", "haus.example", false)]
    [InlineData("https://haus.example.evil", "haus.example", false)]
    [InlineData("https://haus.example@evil.example", "haus.example", false)]
    public async Task BehindAProxyTheNameCountsThatTheBrowserAskedFor(string origin, string host, bool own)
    {
        using var ada = await AdaAsync();
        using var answer = await SendAsync(ada, "DELETE", "/api/session", ("Origin", origin), ("Host", host), ("X-Forwarded-Proto", "https"));
        Assert.Equal(own ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task WhatOnlyReadsIsNotRefused()
    {
        using var ada = await AdaAsync();
        using var answer = await SendAsync(ada, "GET", "/api/house", ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var page = await SendAsync(ada, "GET", "/", ("Sec-Fetch-Site", "cross-site")); // a link in a mail
        Assert.NotEqual(HttpStatusCode.Forbidden, page.StatusCode);
    }

    async Task<Browser> AdaAsync()
    {
        var ada = new Browser(house.Address);
        await ada.SignInAsync(new() { Name = "Ada" });
        return ada;
    }

    static async Task<HttpResponseMessage> SendAsync(Browser browser, string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await browser.Http.SendAsync(request);
    }

    (string Name, string Value) Cookie(Browser browser) => ("Cookie", browser.Cookies.GetCookieHeader(house.Address));
}
