using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;

namespace Klapphaus.Server.Stands;

/// <summary>What visitors leave at a stand: <c>/api/stands/{stand}/enquiries</c> and <c>/cards</c>. Taking back is in <see cref="CardEndpoints"/>.</summary>
static class EnquiryEndpoints
{
    const string Feature = "Stands";

    public static void MapEnquiries(this RouteGroupBuilder stand)
    {
        stand.Takes("id", "Id of the question or card: 32 hexadecimal digits, made up by the visitor's program. The same act sent twice is one.", ActKey.Length, ActKey.Length)
            .AddEndpointFilter(CheckAsync);
        stand.MapGet("/mine", MineAsync).Does("getWhatILeft", "Tells what one has left at a stand oneself, with the answers.").Gives<LeftAtStandView>();
        stand.MapPut("/enquiries/{id}", LeaveAsync).Does("leaveQuestion", "Leaves a question for those who look after a stand.").GivesNothing()
            .Refuses(ErrorCode.EnquiryUnusable, ErrorCode.EnquiryUnknown, ErrorCode.TooManyEnquiries, ErrorCode.StandFull);
        stand.MapPut("/cards/{id}", HandAsync).Does("handCard", "Hands one's card over to a stand, as it was shown. A former one is gone.").GivesNothing()
            .Refuses(ErrorCode.CardEmpty, ErrorCode.CardOutdated, ErrorCode.CardUnknown, ErrorCode.CardsFull);
        stand.MapGet("/enquiries", ListAsync).For(Feature, Callers.StandClerks).Does("listEnquiries", "Lists what visitors have left at a stand, the newest first.").Gives<EnquiriesView>()
            .Refuses(ErrorCode.StandRightMissing);
        stand.MapPut("/enquiries/{id}/answer", AnswerAsync).For(Feature, Callers.StandClerks).Does("answerQuestion", "Answers a question that nobody has answered yet.").GivesNothing()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.EnquiryUnusable, ErrorCode.EnquiryUnknown, ErrorCode.EnquiryAnswered);
        stand.MapGet("/enquiries.csv", TableAsync).For(Feature, Callers.StandClerks).Does("exportEnquiries", "Gives out what visitors have left at a stand, as a table for spreadsheets.")
            .GivesFile(Spreadsheet.MediaType).Refuses(ErrorCode.StandRightMissing);
        stand.MapGet("/enquiries.vcf", ContactsAsync).For(Feature, Callers.StandClerks).Does("exportContacts", "Gives out the cards that visitors have left at a stand, for address books.")
            .GivesFile(VCards.MediaType).Refuses(ErrorCode.StandRightMissing);
    }

    static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.GetRouteValue("id") is string id && ActKey.Of(id) is null ? Problems.Of(call.HttpContext, ErrorCode.Malformed) : await next(call);

    static async Task<IResult> MineAsync(HttpContext http, string stand, IGrainFactory grains, StandDesk desk)
    {
        var left = await At(grains, stand).LeftBy(Who(http));
        return left.Error == ErrorCode.None ? Results.Ok(EnquiryViews.Own(stand, left, await NamesAsync(desk, left))) : Problems.Of(http, left.Error);
    }

    static async Task<IResult> LeaveAsync(HttpContext http, string stand, string id, EnquiryRequest request, IGrainFactory grains, CardDesk desk)
    {
        if (EnquiryViews.Read(id, request) is not { } draft) return Problems.Of(http, ErrorCode.Malformed);
        var answer = await At(grains, stand).Leave(Who(http), draft);
        await desk.TellAsync(stand, answer, "asked");
        return Done(http, answer);
    }

    static async Task<IResult> HandAsync(HttpContext http, string stand, string id, HandCardRequest request, CardDesk desk) =>
        await desk.HandAsync(Who(http), stand, id, request) is not ErrorCode.None and var error ? Problems.Of(http, error) : Results.NoContent();

    static async Task<IResult> ListAsync(HttpContext http, string stand, IGrainFactory grains, StandDesk desk)
    {
        var left = await At(grains, stand).AllLeft(Who(http));
        return left.Error == ErrorCode.None ? Results.Ok(EnquiryViews.All(left, await NamesAsync(desk, left))) : Problems.Of(http, left.Error);
    }

    static async Task<IResult> AnswerAsync(HttpContext http, string stand, string id, EnquiryAnswerRequest request, IGrainFactory grains, CardDesk desk)
    {
        var answer = await At(grains, stand).Answer(Who(http), id, request.Text ?? "");
        await desk.TellAsync(stand, answer, "answered");
        return Done(http, answer);
    }

    static async Task<IResult> TableAsync(HttpContext http, string stand, IGrainFactory grains, StandDesk desk, HouseOptions options, TimeProvider time)
    {
        var left = await At(grains, stand).AllLeft(Who(http));
        if (left.Error != ErrorCode.None) return Problems.Of(http, left.Error);
        var german = Problems.InGerman(http);
        return Results.Bytes(EnquiryTable.Of(left, await NamesAsync(desk, left), options.Zone, german), Spreadsheet.ContentType, EnquiryTable.FileName(time.GetUtcNow(), options.Zone, german, "csv"));
    }

    static async Task<IResult> ContactsAsync(HttpContext http, string stand, IGrainFactory grains, HouseOptions options, TimeProvider time)
    {
        var left = await At(grains, stand).AllLeft(Who(http));
        if (left.Error != ErrorCode.None) return Problems.Of(http, left.Error);
        var german = Problems.InGerman(http);
        return Results.Bytes(VCards.Write(Contacts.OfStand(left, options.Zone, german)), VCards.ContentType, EnquiryTable.FileName(time.GetUtcNow(), options.Zone, german, "vcf"));
    }

    static IResult Done(HttpContext http, LeftAnswer answer) =>
        answer.Error == ErrorCode.None ? Results.NoContent()
        : answer.Faults.Length > 0 ? Problems.Of(http, answer.Error, KeyValuePair.Create<string, object?>("faults", Array.ConvertAll(answer.Faults, DraftViews.Fault)))
        : Problems.Of(http, answer.Error);

    /// <summary>What those are called who have answered.</summary>
    internal static Task<Dictionary<string, string>> NamesAsync(StandDesk desk, LeftThings left) => desk.NamesAsync(left.Team, left.Enquiries.Select(e => e.AnsweredBy));

    static StandCaller Who(HttpContext http) => Caller.Of(http.User)!.ToStandCaller();

    static IStandEnquiryGrain At(IGrainFactory grains, string stand) => grains.GetGrain<IStandEnquiryGrain>(stand);
}
