using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.Server.Moderation;

/// <summary>What moderators read and decide outside the rooms: <c>/api/moderation</c>.</summary>
static class ModerationEndpoints
{
    /// <summary>The log is shown for so many months unless somebody asks for more.</summary>
    const int Months = 3;

    const int MostMonths = 120;

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        var moderation = app.MapGroup("/api/moderation").AddEndpointFilter(ModeratorsOnlyAsync).For("Moderation", Callers.Moderators)
            .Takes("room", "Id of the room.", 1, GrainKey.Longest).Takes("member", "Id of the member.", 1, GrainKey.Longest).Takes("number", "Number of the report.");
        moderation.MapGet("/log", LogAsync).Does("readLog", "Reads the moderation log of the house or of a room, as JSON or as a table.").Gives<LogLineView[]>().GivesFile(Spreadsheet.MediaType)
            .Takes("room", "Id of the room whose log it is; empty for the house.").Takes("months", "How many months back it is read.", 1, MostMonths).Takes("format", "json or csv.");
        moderation.MapGet("/bans", async (HttpContext http, IGrainFactory grains) => (await Book(grains).Bans()).Select(b => ModerationViews.Ban(b.Key, b.Value, By(http).Member)))
            .Does("listBans", "Lists who is kept out of the house.").Gives<BanView[]>();
        moderation.MapPost("/bans/{member}/confirm", async (HttpContext http, string member, IGrainFactory grains) => Answer(http, await Book(grains).Confirm(By(http), member)))
            .Does("confirmBan", "Says yes, as the second moderator, to a ban of the house.").GivesNothing().Refuses(ErrorCode.BanNotWaiting, ErrorCode.OwnBan);
        moderation.MapDelete("/bans/{member}", async (HttpContext http, string member, IGrainFactory grains) => Answer(http, await Book(grains).Pardon(By(http), member)))
            .Does("pardon", "Lifts a ban of the house.").GivesNothing().Refuses(ErrorCode.MemberUnknown);
        moderation.MapGet("/reports", async (IGrainFactory grains) => (await Book(grains).Reports()).Select(r => ModerationViews.Report(r, isForModerators: true)))
            .Does("listReports", "Lists reports and objections, the newest first.").Gives<ReportView[]>();
        moderation.MapPost("/reports/{number:long}/take", async (HttpContext http, long number, IGrainFactory grains) => Answer(http, await Book(grains).Take(By(http), number)))
            .Does("takeReport", "Says that one looks after a report.").GivesNothing().Refuses(ErrorCode.ReportUnknown, ErrorCode.NotAllowed);
        moderation.MapPost("/reports/{number:long}/answer", async (HttpContext http, long number, ReportAnswer answer, IGrainFactory grains) =>
            Answer(http, await Book(grains).Answer(By(http), number, answer.Text ?? "", answer.Upheld)))
            .Does("answerReport", "Answers a report or an objection.").GivesNothing().Refuses(ErrorCode.ReasonUnusable, ErrorCode.ReportUnknown, ErrorCode.NotAllowed);
        moderation.MapGet("/rooms/{room}", RulesAsync).Does("getRoomRules", "Tells the rules of a room, and whom they keep out or quiet.").Gives<RoomRulesView>().Refuses(ErrorCode.RoomUnknown);
        moderation.MapPut("/rooms/{room}/policy", async (HttpContext http, string room, PolicyView policy, IGrainFactory grains) =>
            PolicyViews.Read(policy) is { } read ? Answer(http, await grains.GetGrain<IRoomModerationGrain>(room).UsePolicy(By(http), read)) : Problems.Of(http, ErrorCode.Malformed))
            .Does("setPolicy", "Says who may do what in a room.").GivesNothing().Refuses(ErrorCode.RoomUnknown);
        moderation.MapDelete("/rooms/{room}/bans/{member}", async (HttpContext http, string room, string member, IGrainFactory grains) =>
            Answer(http, await grains.GetGrain<IRoomModerationGrain>(room).Pardon(By(http), member)))
            .Does("pardonInRoom", "Lifts a ban of a room.").GivesNothing().Refuses(ErrorCode.MemberUnknown);
        moderation.MapPut("/rooms/{room}/waiting", async (HttpContext http, string room, IGrainFactory grains) =>
            Answer(http, await grains.GetGrain<IRoomModerationGrain>(room).AdmitAll(By(http))))
            .Does("letAllIn", "Lets in everybody who asks to come into a room.").GivesNothing().Refuses(ErrorCode.RoomUnknown);
        moderation.MapPut("/rooms/{room}/waiting/{member}", async (HttpContext http, string room, string member, IGrainFactory grains) =>
            Answer(http, await grains.GetGrain<IRoomModerationGrain>(room).Admit(By(http), member, admitted: true)))
            .Does("letIn", "Lets in somebody who asks to come into a room.").GivesNothing()
            .Refuses(ErrorCode.RoomUnknown, ErrorCode.PersonUnknown, ErrorCode.RoomNotAllowed, ErrorCode.RoomBanned, ErrorCode.RoomShut);
        moderation.MapDelete("/rooms/{room}/waiting/{member}", async (HttpContext http, string room, string member, IGrainFactory grains) =>
            Answer(http, await grains.GetGrain<IRoomModerationGrain>(room).Admit(By(http), member, admitted: false)))
            .Does("turnAway", "Turns away somebody who asks to come into a room.").GivesNothing().Refuses(ErrorCode.RoomUnknown, ErrorCode.PersonUnknown);
    }

    /// <summary>Who asks, as the grains take it: what is not about one room is about the house.</summary>
    static Moderator By(HttpContext http) => Caller.Of(http.User)!.ToModerator(ofTheHouse: RoomOf(http).Length == 0);

    static string RoomOf(HttpContext http) =>
        http.GetRouteValue("room") as string ?? (http.Request.Path.Value!.EndsWith("/log", StringComparison.Ordinal) ? http.Request.Query["room"].ToString() : "");

    static async Task<IResult> LogAsync(
        HttpContext http, IGrainFactory grains, HouseOptions options, TimeProvider time, string room = "", int months = Months, string format = "json")
    {
        if (months is < 1 or > MostMonths || format is not ("json" or "csv")) return Problems.Of(http, ErrorCode.Malformed);
        var now = time.GetUtcNow();
        var lines = await grains.ReadAsync(room.Length > 0 ? room : IHouseGrain.TheHouse, now, months);
        if (format == "json") return Results.Ok(lines.Select(ModerationViews.Line));
        var german = Problems.InGerman(http);
        var place = room.Length > 0 ? room : german ? "haus" : "house";
        return Results.Bytes(LogTable.Of(lines, options.Zone, german), Spreadsheet.ContentType, LogTable.FileName(place, now, months));
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
            Asking = [.. rules.Asking.Select(a => new AskingView { Member = a.Member, Name = a.Name, Affiliation = a.Affiliation, Role = a.Role, Verified = a.Verified, Since = a.Since })],
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
