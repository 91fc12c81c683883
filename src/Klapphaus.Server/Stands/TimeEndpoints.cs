using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;
using Klapphaus.Server.Web.Description;

namespace Klapphaus.Server.Stands;

/// <summary>Times for talks: <c>/api/stands/{stand}/times</c>, and all that one has to do with oneself: <c>/api/times</c>.</summary>
static class TimeEndpoints
{
    const string Feature = "Times";

    const int MostAtOnce = 20, MostMinutes = 240;

    public static void MapTimes(this IEndpointRouteBuilder stand)
    {
        var times = stand.MapGroup("/times").For(Feature, Callers.SignedIn).Takes("time", "Id of the time.");
        times.MapGet("", ListAsync).Does("listStandTimes", "Lists the times that can be booked, and those that one has to do with; to hosts all of them, with who has booked them.").Gives<StandTimesView>();
        times.MapPost("", OfferAsync).For(Feature, Callers.StandTeam).Does("offerStandTimes", "Offers times, one behind the other: all of them or none.").Gives<StandTimesView>()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.TimeNotAhead, ErrorCode.TimeUnusable, ErrorCode.TimeOverlaps, ErrorCode.TimesFull);
        times.MapDelete("{time}", WithdrawAsync).For(Feature, Callers.StandOwners).Does("withdrawStandTime", "Offers a time no more, hosts their own; a booking of it is called off.").GivesNothing()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.TimeUnknown);
        times.MapPut("{time}/booking", BookAsync).Does("bookStandTime", "Books a time; the stand's hosts are told one's name.").GivesNothing()
            .Refuses(ErrorCode.TimeUnknown, ErrorCode.TimeNotAhead, ErrorCode.TimeOverlaps, ErrorCode.TimeTaken, ErrorCode.TooManyTimes);
        times.MapDelete("{time}/booking", CancelAsync).Does("cancelStandTime", "Cancels a booking: one's own, or of a time that one offers.").GivesNothing()
            .Refuses(ErrorCode.TimeUnknown, ErrorCode.TimeNotAhead);
        times.MapGet("{time}.ics", SaveAsync).Does("getStandTimeForCalendar", "Gives a booking, or that it is called off, for the calendar of who has to do with it.")
            .GivesFile(TimeCalendar.MediaType).Refuses(ErrorCode.TimeUnknown);
    }

    public static void MapOwnTimes(this IEndpointRouteBuilder app) => app.MapGet("/api/times", ListOwnAsync).AddEndpointFilter(StandEndpoints.AnswerAsync).For(Feature, Callers.SignedIn)
        .Does("listOwnTimes", "Lists, stand by stand, what one has booked, and what of it is called off.").Gives<StandTimesView[]>();

    static async Task<IResult> ListAsync(HttpContext http, string stand, IGrainFactory grains)
    {
        var times = await At(grains, stand).Times(Who(http));
        return times.Error == ErrorCode.None ? Results.Ok(TimeViews.Of(stand, times, Who(http).Member)) : Problems.Of(http, times.Error);
    }

    static async Task<IResult> ListOwnAsync(HttpContext http, OwnTimes own) => Results.Ok(await own.ReadAsync(Who(http)));

    static async Task<IResult> OfferAsync(HttpContext http, string stand, StandTimesRequest request, IGrainFactory grains)
    {
        // first whether one may, or whoever may not would learn by the answer that there is such a stand
        var times = await At(grains, stand).Times(Who(http));
        if (times.Error == ErrorCode.None && !times.MayOffer) return Problems.Of(http, ErrorCode.StandRightMissing);
        if (times.Error != ErrorCode.None) return Problems.Of(http, times.Error);
        if (request is not { Start: { } start, Count: >= 1 and <= MostAtOnce, Minutes: >= 1 and <= MostMinutes }) return Problems.Of(http, ErrorCode.TimeUnusable);
        if (start > DateTimeOffset.MaxValue.AddYears(-1)) return Problems.Of(http, ErrorCode.TimeNotAhead);
        var error = await At(grains, stand).OfferTimes(Who(http), start, TimeSpan.FromMinutes(request.Minutes), request.Count);
        return error == ErrorCode.None ? await ListAsync(http, stand, grains) : Problems.Of(http, error);
    }

    static async Task<IResult> WithdrawAsync(HttpContext http, string stand, string time, IGrainFactory grains) => Answer(http, await At(grains, stand).WithdrawTime(Who(http), time));

    static async Task<IResult> BookAsync(HttpContext http, string stand, string time, OwnTimes own) => Answer(http, await own.BookAsync(Who(http), stand, time));

    static async Task<IResult> CancelAsync(HttpContext http, string stand, string time, IGrainFactory grains) => Answer(http, await At(grains, stand).CancelTime(Who(http), time));

    static async Task<IResult> SaveAsync(HttpContext http, string stand, string time, IGrainFactory grains, TimeProvider clock)
    {
        var (times, me) = (await At(grains, stand).Times(Who(http)), Who(http).Member);
        if (times.Error != ErrorCode.None) return Problems.Of(http, times.Error);
        if (TimeAppointment.Find(times, time, me) is not { } appointment) return Problems.Of(http, ErrorCode.TimeUnknown);
        var house = new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        var text = TimeCalendar.Write(appointment, times, stand, house, clock.GetUtcNow(), Problems.InGerman(http));
        return Results.File(System.Text.Encoding.UTF8.GetBytes(text), $"{TimeCalendar.MediaType}; charset=utf-8; method={TimeCalendar.Method(appointment)}", $"klapphaus-{appointment.Slot.Start:yyyy-MM-dd-HHmm}.ics");
    }

    static IResult Answer(HttpContext http, ErrorCode error) => error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, error);

    static StandCaller Who(HttpContext http) => Caller.Of(http.User)!.ToStandCaller();

    static IStandTimesGrain At(IGrainFactory grains, string stand) => grains.GetGrain<IStandTimesGrain>(stand);
}
