using System.Net;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Web;

/// <summary>What every answer tells the browser: asked of everything that the house has mapped, so that what is added later is asked as well.</summary>
public sealed class HeaderTests(HeaderTests.WholeHouse shared) : IClassFixture<HeaderTests.WholeHouse>
{
    static readonly string[] methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    readonly TestHouse house = shared.Open;

    /// <summary>With all that can be switched on.</summary>
    public sealed class WholeHouse : IAsyncLifetime
    {
        internal TestHouse Open { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Open = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:Dashboard", "true");

        public ValueTask DisposeAsync() => Open.DisposeAsync();
    }

    [Fact]
    public async Task EveryAnswerOfEveryEndpointCarriesThem()
    {
        var asked = 0;
        foreach (var endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? methods)
            {
                await CheckAsync(method, PathOf(endpoint), []);
                asked++;
            }
        }
        Assert.InRange(asked, 20, 10_000);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/index.html")]
    [InlineData("GET", "/klapphaus.svg")]
    [InlineData("GET", "/gibt/es/nicht")]
    [InlineData("DELETE", "/gibt/es/nicht")]
    [InlineData("GET", "/api/gibt-es-nicht")]
    [InlineData("TRACE", "/api/session")]
    public Task SoDoesWhatNobodyHasMapped(string method, string path) => CheckAsync(method, path, []);

    [Fact]
    public async Task SoDoesWhatIsRefusedToAProxyOrAForeignSite()
    {
        await CheckAsync("GET", "/metrics", [("X-Forwarded-For", "203.0.113.7")]);
        await CheckAsync("POST", "/api/session", [("Origin", "https://evil.example")]);
    }

    [Fact]
    public async Task ByHttpsTheBrowserIsToldToStayThere()
    {
        using var secure = await AskAsync("GET", "/api/house", [("X-Forwarded-Proto", "https"), ("Host", "haus.example")]);
        Assert.Equal("max-age=15768000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("same-origin", Assert.Single(secure.Headers.GetValues("Cross-Origin-Opener-Policy")));
        using var plain = await AskAsync("GET", "/api/house", [("Host", "haus.example")]);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        using var developer = await AskAsync("GET", "/api/house", [("X-Forwarded-Proto", "https"), ("Host", "localhost:5001")]);
        Assert.False(developer.Headers.Contains("Strict-Transport-Security")); // it would hold for all that runs there
    }

    [Fact]
    public async Task ByHttpsTheCookieIsForHttpsOnly()
    {
        using var browser = new Browser(house.Address);
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var secure = await browser.PostSessionAsync(new() { Name = "Ada" });
        var cookie = Assert.Single(secure.Headers.GetValues("Set-Cookie")).ToLowerInvariant().Split("; ");
        Assert.Contains("secure", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
    }

    async Task CheckAsync(string method, string path, (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(method, path, headers);
        var what = $"{method} {path}: {(int)answer.StatusCode}";
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : throw new InvalidOperationException($"{what} has no {name}.");

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Contains("camera=(self), microphone=(self), display-capture=(self)", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("default-src 'self'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"), $"{what} says by which server.");
        if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.True(answer.Headers.CacheControl?.NoStore, $"{what} may be stored.");
    }

    /// <summary>As somebody who is not signed in.</summary>
    async Task<HttpResponseMessage> AskAsync(string method, string path, (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = house.Address };
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"))));
}
