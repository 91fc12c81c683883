using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.Server.Moderation;

/// <summary>What moderators read and decide outside the rooms: <c>/api/moderation</c>.</summary>
static class ModerationEndpoints
{
    /// <summary>The log is shown for so many months unless somebody asks for more.</summary>
    const int Months = 3;

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        var moderation = app.MapGroup("/api/moderation").AddEndpointFilter(ModeratorsOnlyAsync);
        moderation.MapGet("/log", LogAsync);
        moderation.MapGet("/bans", async (IGrainFactory grains) => (await Book(grains).Bans()).Select(b => ModerationViews.Ban(b.Key, b.Value)));
        moderation.MapDelete("/bans/{member}", async (HttpContext http, string member, IGrainFactory grains) => Answer(http, await Book(grains).Pardon(By(http), member)));
        moderation.MapGet("/reports", async (IGrainFactory grains) => (await Book(grains).Reports()).Select(r => ModerationViews.Report(r, isForModerators: true)));
        moderation.MapPost("/reports/{number:long}/take", async (HttpContext http, long number, IGrainFactory grains) => Answer(http, await Book(grains).Take(By(http), number)));
        moderation.MapPost("/reports/{number:long}/answer", async (HttpContext http, long number, ReportAnswer answer, IGrainFactory grains) =>
            Answer(http, await Book(grains).Answer(By(http), number, answer.Text ?? "", answer.Upheld)));
        moderation.MapGet("/rooms/{room}", RulesAsync);
        moderation.MapPut("/rooms/{room}/policy", async (HttpContext http, string room, PolicyView policy, IGrainFactory grains) =>
            PolicyViews.Read(policy) is { } read ? Answer(http, await grains.GetGrain<IRoomModerationGrain>(room).UsePolicy(By(http), read)) : Problems.Of(http, ErrorCode.Malformed));
        moderation.MapDelete("/rooms/{room}/bans/{member}", async (HttpContext http, string room, string member, IGrainFactory grains) =>
            Answer(http, await grains.GetGrain<IRoomModerationGrain>(room).Pardon(By(http), member)));
    }

    /// <summary>Who asks, as the grains take it: what is not about one room is about the house.</summary>
    static Moderator By(HttpContext http) => Caller.Of(http.User)!.ToModerator(ofTheHouse: RoomOf(http).Length == 0);

    static string RoomOf(HttpContext http) =>
        http.GetRouteValue("room") as string ?? (http.Request.Path.Value!.EndsWith("/log", StringComparison.Ordinal) ? http.Request.Query["room"].ToString() : "");

    static async Task<IResult> LogAsync(HttpContext http, IGrainFactory grains, TimeProvider time, string room = "", int months = Months)
    {
        if (months is < 1 or > 120) return Problems.Of(http, ErrorCode.Malformed);
        return Results.Ok((await grains.ReadAsync(room.Length > 0 ? room : IHouseGrain.TheHouse, time.GetUtcNow(), months)).Select(ModerationViews.Line));
    }

    static async Task<IResult> RulesAsync(HttpContext http, string room, IGrainFactory grains)
    {
        var rules = await grains.GetGrain<IRoomModerationGrain>(room).Rules();
        if (rules.Error != ErrorCode.None) return Problems.Of(http, rules.Error);
        return Results.Ok(new RoomRulesView
        {
            Policy = PolicyViews.Of(rules.Policy),
            Bans = [.. rules.Bans.Select(b => ModerationViews.Ban(b.Key, b.Value))],
            Restraints = [.. rules.Restraints.Select(r => new RestraintView { Member = r.Key, Name = r.Value.Name, Muted = r.Value.Muted, Hidden = r.Value.Unseen, Since = r.Value.Since })],
        });
    }

    /// <summary>Whoever moderates single rooms has to do with those, and not with the house.</summary>
    static async ValueTask<object?> ModeratorsOnlyAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (Caller.Of(http.User) is not { } caller) return Problems.Of(http, ErrorCode.SignInNeeded);
        foreach (var id in new[] { "room", "member" })
            if (http.GetRouteValue(id) is string given && GrainKey.Of(given) is null) return Problems.Of(http, ErrorCode.Malformed);
        return Authority.MayModerate(Roles.Of(caller.Role)) && (caller.Rooms.Length == 0 || caller.Rooms.Contains(RoomOf(http))) ? await next(call) : Problems.Of(http, ErrorCode.ModeratorsOnly);
    }

    static IResult Answer(HttpContext http, ErrorCode error) => error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, error);

    static IHouseModerationGrain Book(IGrainFactory grains) => grains.GetGrain<IHouseModerationGrain>(IHouseGrain.TheHouse);
}
