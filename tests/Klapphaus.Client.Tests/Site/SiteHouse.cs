using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Client.Tests;

/// <summary>A house's HTTP interface on a real port that answers each request as the test says, and remembers what it was asked.</summary>
sealed class SiteHouse : IAsyncDisposable
{
    readonly WebApplication app;

    SiteHouse(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>What was asked so far: method, path with query exactly as it was sent, bearer token, wanted language, and body.</summary>
    public ConcurrentQueue<(string Method, string Path, string Token, string Language, string Body)> Asked { get; } = [];

    /// <summary>How the next requests are answered.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("{}");

    public static async Task<SiteHouse> OpenAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var house = new SiteHouse(builder.Build()) { Answer = answer };
        house.app.Run(house.HearAsync);
        await house.app.StartAsync();
        return house;
    }

    public HouseSite Site(TimeSpan? limit = null, string language = "de") =>
        new(new() { Address = Address, Token = "token of Ada", CallTimeout = limit ?? TimeSpan.FromSeconds(10) }, language);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task HearAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        Asked.Enqueue((
            http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, http.Request.Headers.Authorization.ToString(), http.Request.Headers.AcceptLanguage.ToString(),
            await reader.ReadToEndAsync(http.RequestAborted)));
        await Answer(http);
    }
}
