using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Conversations;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Klapphaus.Server.Members;

/// <summary>
/// What somebody has a right to, also somebody who is banned: <c>/api/me</c> tells everything that is kept about them, lets them object to what moderators did,
/// and forgets them.
/// </summary>
static class MyData
{
    public static void MapMyData(this IEndpointRouteBuilder app)
    {
        var me = app.MapGroup("/api/me").RequireRateLimiting(SessionEndpoints.RateLimit).AddEndpointFilter((call, next) =>
            Me(call.HttpContext) is null ? ValueTask.FromResult<object?>(Problems.Of(call.HttpContext, ErrorCode.SignInNeeded)) : next(call)).For("My data", Callers.SignedIn);
        me.MapGet("", ExportAsync).Does("getMyData", "Gives out everything that the house keeps about one; also to who is banned.").Gives<MyDataView>();
        me.MapDelete("", EraseAsync).Does("eraseMyData", "Makes the house forget one; also who is banned.").Gives<ErasureView>();
        me.MapDelete("/blocked/{member}", async (HttpContext http, string member, IGrainFactory grains) =>
            await grains.GetGrain<IMemberGrain>(Me(http)!.Id).Shun(member, shuns: false) is not ErrorCode.None and var error ? Problems.Of(http, error) : Results.NoContent())
            .Does("unblock", "Has to do again with somebody whom one has blocked.").Takes("member", "Id of the member.").GivesNothing().Refuses(ErrorCode.MemberUnknown, ErrorCode.PersonUnknown);
        me.MapPost("/objections", ObjectAsync).Does("fileObjection", "Objects to what a moderator did to one; also who is banned.").GivesNothing()
            .Refuses(ErrorCode.ReasonUnusable, ErrorCode.ReportUnknown, ErrorCode.TooManyReports);
        me.MapCards();
    }

    /// <summary>Who is signed in, or would be if it were not banned.</summary>
    public static Caller? Me(HttpContext http) => Caller.Of(http.User) ?? SessionGuard.BannedCaller(http);

    static async Task<IResult> ExportAsync(HttpContext http, IGrainFactory grains, LogShelf logs, StandShelf stands, OwnCards cards, BagDesk bags, OwnTimes times)
    {
        var me = Me(http)!;
        var (who, bag) = (me.ToStandCaller(), await grains.GetGrain<IBagGrain>(me.Id).Contents());
        StandSummary[] own = [.. (await stands.ReadAsync()).Where(s => s.Team.Contains(me.Id))];
        var kept = await grains.GetGrain<IMemberGrain>(me.Id).Export();
        var reports = await Book(grains).ReportsOf(me.Id);
        return Results.Ok(new MyDataView
        {
            Id = me.Id,
            Name = kept.Profile?.Name ?? "",
            Affiliation = kept.Profile?.Affiliation ?? "",
            Role = kept.Profile?.Role ?? "",
            Origin = kept.Profile?.Origin ?? "",
            Verified = kept.Profile?.Verified == true,
            Sessions = kept.Sessions,
            Room = kept.Room,
            ShownAs = kept is { Room: not null, Number: > 0, Profile: { } profile } ? new ShownName(profile.Name, kept.Number).Text : null,
            Availability = TalkViews.Word(kept.Availability),
            Ban = kept.Ban is { } ban ? ModerationViews.Ban(me.Id, ban) : null,
            Blocked = [.. await Task.WhenAll(kept.Shuns.Select(async id => new BlockedView { Member = id, Name = (await grains.GetGrain<IMemberGrain>(id).Profile())?.Name ?? "-" }))],
            Cards = await cards.ReadAsync(me),
            Stands = [.. own.Select(s => StandViews.Card(s, me.Id))],
            Bag = await bags.LookAsync(who, bag.Items),
            BagLinks = [.. bag.Links.Select(BagEndpoints.View)],
            Times = await times.ReadAllAsync(who, own.Select(s => s.Id)),
            Moderation = [.. (await LinesOfAsync(logs, me.Id)).Select(ModerationViews.Line)],
            Reports = [.. reports.Select(r => ModerationViews.Report(r, isForModerators: false))],
        });
    }

    static async Task<IResult> ObjectAsync(HttpContext http, ObjectionRequest request, IGrainFactory grains, TimeProvider time)
    {
        var me = Me(http)!;
        if (Wording.Reason(request.Reason ?? "") is not { Length: > 0 } reason) return Problems.Of(http, ErrorCode.ReasonUnusable);
        if (request.Room is { Length: > 64 }) return Problems.Of(http, ErrorCode.Malformed);
        var room = string.IsNullOrEmpty(request.Room) ? IHouseGrain.TheHouse : request.Room;
        var line = Array.Find(await grains.Log(room, request.At).Entries(), e => e.Number == request.Number && e.Of == me.Id);
        if (line is null) return Problems.Of(http, ErrorCode.ReportUnknown);
        if ((await Book(grains).ReportsOf(me.Id)).Any(r => r.Line is { } other && other.Number == line.Number && other.At == line.At)) return Results.NoContent(); // once is enough
        var error = await Book(grains).File(new()
        {
            Kind = ReportKind.Objection,
            At = time.GetUtcNow(),
            By = me.Id,
            ByName = me.Name,
            Of = line.By,
            OfName = line.ByName,
            Room = line.Room,
            Reason = reason,
            Line = line,
        });
        return error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, error);
    }

    static async Task<IResult> EraseAsync(HttpContext http, Erasure erasure)
    {
        var remains = await erasure.EraseAsync(Me(http)!.Id);
        await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.SignOutAsync(http, CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.Ok(remains);
    }

    static async Task<List<LogEntry>> LinesOfAsync(LogShelf logs, string member)
    {
        List<LogEntry> lines = [];
        await foreach (var (log, _, _) in logs.AllAsync()) lines.AddRange((await log.Entries()).Where(l => l.Of == member));
        return [.. lines.OrderByDescending(l => l.At)];
    }

    static IHouseModerationGrain Book(IGrainFactory grains) => grains.GetGrain<IHouseModerationGrain>(IHouseGrain.TheHouse);
}
