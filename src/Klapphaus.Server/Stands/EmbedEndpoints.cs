using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Limits;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;
using Orleans.Persistence.Redis;
using StackExchange.Redis;

namespace Klapphaus.Server.Stands;

/// <summary>
/// Open stands on other sites: a card for their pages (<c>/embed/stands/{stand}</c>), and the same for their programs (<c>/api/stands/{stand}/card.json</c>). Nobody
/// signs in for it, and nothing of it is about who reads it. It is answered from what this process knows, so that it costs the house little.
/// </summary>
static class EmbedEndpoints
{
    const string KeepForAMoment = "public, max-age=30", KeepForAWhile = "public, max-age=3600";

    const int LogoWidth = 320;

    const string Policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

    public static void MapEmbedding(this IEndpointRouteBuilder app)
    {
        var cards = app.MapGroup("/embed/stands/{stand}").AddEndpointFilter(AnswerAsync).RequireRateLimiting(EmbedLimit.Policy);
        cards.MapGet("", Show);
        cards.MapGet("logo", ShowLogoAsync);
        app.MapGet("/api/stands/{stand}/card.json", Tell).AddEndpointFilter(AnswerAsync).RequireRateLimiting(EmbedLimit.Policy).For("Stands", Callers.Anybody)
            .Takes("stand", "Id of the stand.", StandKey.Length, StandKey.Length).Does("getStandCard", "Shows an open stand to other sites, also to pages of those that may embed stands.")
            .Gives<StandBadgeView>().Refuses(ErrorCode.StandUnknown);
    }

    static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or RedisStorageException or RedisException or IOException)
        {
            return Problems.Of(call.HttpContext, ErrorCode.Unavailable);
        }
    }

    /// <summary>Also where there is no such stand the frame says so, and not the browser.</summary>
    static IResult Show(HttpContext http, string stand, StandShelf shelf, HouseOptions options, string? lang = null)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = $"{Policy}; {options.MayEmbed.FrameAncestors}";
        headers.Vary = "Accept-Language";
        if (Find(stand, shelf) is not { } open) return Problems.Of(http, ErrorCode.StandUnknown);
        var page = new EmbedPage(View(http, open), lang is null ? Problems.InGerman(http) : lang != "en");
        headers.ContentSecurityPolicy = $"{Policy}; {page.StylePolicy}; {options.MayEmbed.FrameAncestors}";
        headers.CacheControl = KeepForAMoment;
        return Results.Text($"{page}", "text/html; charset=utf-8");
    }

    static IResult Tell(HttpContext http, string stand, StandShelf shelf, HouseOptions options)
    {
        var headers = http.Response.Headers;
        headers.Vary = "Origin";
        if (http.Request.Headers.Origin.ToString() is var origin && options.MayEmbed.Has(origin)) headers.AccessControlAllowOrigin = origin;
        if (Find(stand, shelf) is not { } open) return Problems.Of(http, ErrorCode.StandUnknown);
        headers.CacheControl = KeepForAMoment;
        return Results.Ok(View(http, open));
    }

    static async Task<IResult> ShowLogoAsync(HttpContext http, string stand, StandShelf shelf, IStandFiles files)
    {
        if (Find(stand, shelf) is not { Logo.Length: > 0 } open || await files.OpenAsync(open.Id, open.Logo, LogoWidth, http.RequestAborted) is not { } logo)
            return Problems.Of(http, ErrorCode.StandUnknown);
        http.Response.Headers.CacheControl = KeepForAWhile;
        return Results.Stream(logo.Content, logo.MediaType);
    }

    static StandSummary? Find(string stand, StandShelf shelf) => shelf.Find(stand) is { } known && known.IsOpen() ? known : null;

    static StandBadgeView View(HttpContext http, StandSummary stand)
    {
        var house = $"{http.Request.Scheme}://{http.Request.Host}";
        return new()
        {
            Id = stand.Id,
            Name = stand.Name,
            Line = stand.Line,
            Accent = stand.Accent,
            // another one has another address, since this one is kept for a while
            Logo = stand.Logo.Length > 0 ? $"{house}/embed/stands/{stand.Id}/logo?{Uri.EscapeDataString(stand.Logo)}" : "",
            Staffed = stand.Staffed,
            Link = $"{house}/?raum={Uri.EscapeDataString(stand.Room)}&stand={stand.Id}",
        };
    }
}
