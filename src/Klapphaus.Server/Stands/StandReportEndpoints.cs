using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Conversations;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Whoever sees a stand reports it, or one of its materials, to the moderators: <c>/api/stands/{stand}/reports</c>.</summary>
static class StandReportEndpoints
{
    public static void MapStandReports(this IEndpointRouteBuilder stand) => stand.MapPost("/reports", ReportAsync)
        .Does("reportStand", "Reports a stand, or one of its materials, to the moderators; their answer is among one's own data.").GivesNothing()
        .Refuses(ErrorCode.MaterialUnknown, ErrorCode.ReasonUnusable, ErrorCode.TooManyReports);

    static async Task<IResult> ReportAsync(HttpContext http, string stand, StandReportRequest request, IGrainFactory grains, StandShelf shelf, TimeProvider time)
    {
        var me = Caller.Of(http.User)!;
        var reading = await grains.GetGrain<IStandGrain>(stand).Read(me.ToStandCaller());
        if (reading.Error != ErrorCode.None) return Problems.Of(http, reading.Error);
        if (Wording.Reason(request.Reason ?? "") is not { Length: > 0 } reason) return Problems.Of(http, ErrorCode.ReasonUnusable);
        var (content, material) = (StandContents.Of(reading.Fields, []), request.Material ?? "");
        var title = content.Find(new(StandPart.Materials, material)).Value?.Text;
        if (material.Length > 0 && title is null) return Problems.Of(http, ErrorCode.MaterialUnknown);
        var name = content.TextOf(StandPart.Name) is { Length: > 0 } known ? known : reading.Place!.Area;
        var error = await grains.GetGrain<IHouseModerationGrain>(IHouseGrain.TheHouse).File(new()
        {
            Kind = ReportKind.Stand,
            At = time.GetUtcNow(),
            By = me.Id,
            ByName = me.Name,
            Of = Array.Find(await shelf.ReadAsync(), s => s.Id == stand)?.Owner ?? "",
            OfName = title is null ? name : $"{name}: {title}",
            Room = reading.Place!.Room,
            Reason = reason,
            Stand = stand,
            Material = material,
        });
        return error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, error);
    }
}
