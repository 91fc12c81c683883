using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>One's card, what one has given of it and left at stands, and taking that back, which also who is banned has a right to: part of <c>/api/me</c>.</summary>
static class CardEndpoints
{
    public static void MapCards(this RouteGroupBuilder group)
    {
        var me = group.MapGroup("").AddEndpointFilter(HouseFaults.AnswerAsync);
        me.MapGet("/card", ReadAsync).Does("getMyCard", "Shows one's card; as long as one has kept none, what it could begin with.").Gives<OwnCardView>();
        me.MapPut("/card", KeepAsync).Does("keepMyCard", "Writes one's card anew. What was handed over stays as it was.").Gives<CardView>().Refuses(ErrorCode.CardUnusable);
        me.MapPost("/card/preview", PreviewAsync).Does("previewCard", "Shows exactly what would be handed over, and the words to agree to. Hands over nothing.").Gives<CardPreviewView>()
            .Refuses(ErrorCode.CardEmpty);
        me.MapGet("/cards", async (HttpContext http, OwnCards cards) => Results.Ok(await cards.ReadAsync(Me(http)))).Does("getMyCards", "Lists one's cards, those that one has got, and what one has left at stands.")
            .Gives<CardsView>();
        me.MapGet("/cards/received.vcf", ContactsAsync).Does("exportMyContacts", "Gives out the cards that one has got from others, for address books.").GivesFile(VCards.MediaType);
        var one = me.MapGroup("").AddEndpointFilter(CheckAsync).Takes("stand", "Id of the stand.", StandKey.Length, StandKey.Length)
            .Takes("id", "Id of the question or card.", ActKey.Length, ActKey.Length);
        one.MapDelete("/cards/received/{id}", async (HttpContext http, string id, CardDesk desk) => Answer(http, await desk.DiscardAsync(Me(http).Id, id)))
            .Does("discardCard", "Throws away a card that one has got.").GivesNothing().Refuses(ErrorCode.CardUnknown);
        one.MapDelete("/cards/given/{id}", async (HttpContext http, string id, CardDesk desk) => Answer(http, await desk.TakeBackAsync(Me(http).Id, id)))
            .Does("takeCardBackFromPerson", "Takes a card back that one has given to somebody.").GivesNothing().Refuses(ErrorCode.CardUnknown);
        one.MapDelete("/stands/{stand}/cards/{id}", async (HttpContext http, string stand, string id, CardDesk desk) => Answer(http, await desk.TakeBackAsync(Me(http).Id, stand, id)))
            .Does("takeCardBackFromStand", "Takes a card back that one has given to a stand, whether one may still see it or not.").GivesNothing().Refuses(ErrorCode.CardUnknown, ErrorCode.StandUnknown);
        one.MapDelete("/stands/{stand}/enquiries/{id}", async (HttpContext http, string stand, string id, IGrainFactory grains, CardDesk desk) =>
            Answer(http, await desk.TellAsync(stand, await grains.GetGrain<IStandEnquiryGrain>(stand).TakeBackEnquiry(Me(http).Id, id), "takenBack")))
            .Does("takeQuestionBack", "Takes a question back that one has left at a stand, whether one may still see it or not.").GivesNothing()
            .Refuses(ErrorCode.EnquiryUnknown, ErrorCode.StandUnknown);
    }

    static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (http.GetRouteValue("stand") is string stand && StandKey.Of(stand) is null) return Problems.Of(http, ErrorCode.StandUnknown);
        return http.GetRouteValue("id") is string id && ActKey.Of(id) is null ? Problems.Of(http, ErrorCode.Malformed) : await next(call);
    }

    static async Task<IResult> ReadAsync(HttpContext http, IGrainFactory grains)
    {
        var me = Me(http);
        var own = (await grains.GetGrain<ICardGrain>(me.Id).All()).Own;
        return Results.Ok(new OwnCardView { Card = own is null ? new() { Name = me.Name, Affiliation = me.Affiliation } : CardViews.Card(own), Kept = own is not null });
    }

    static async Task<IResult> KeepAsync(HttpContext http, CardRequest request, IGrainFactory grains)
    {
        var kept = await grains.GetGrain<ICardGrain>(Me(http).Id).Keep(CardViews.Read(request));
        return kept.Error == ErrorCode.None ? Results.Ok(CardViews.Card(kept.Card))
            : Problems.Of(http, kept.Error, KeyValuePair.Create<string, object?>("faults", Array.ConvertAll(kept.Faults, DraftViews.Fault)));
    }

    static async Task<IResult> PreviewAsync(HttpContext http, CardPreviewRequest request, IGrainFactory grains)
    {
        string? wording = request.To switch { "stand" => ConsentWords.ForStands, "person" => ConsentWords.ForPeople, _ => null };
        if (CardWords.Read(request.Fields) is not { } fields || wording is null) return Problems.Of(http, ErrorCode.Malformed);
        var card = (await grains.GetGrain<ICardGrain>(Me(http).Id).All()).Own ?? new();
        return fields == CardFields.None || (card.ToCard().Filled & fields) != fields ? Problems.Of(http, ErrorCode.CardEmpty) : Results.Ok(CardViews.Preview(card, fields, wording));
    }

    static async Task<IResult> ContactsAsync(HttpContext http, IGrainFactory grains, HouseOptions options, TimeProvider time)
    {
        var german = Problems.InGerman(http);
        var received = (await grains.GetGrain<ICardGrain>(Me(http).Id).All()).Received;
        return Results.Bytes(VCards.Write(received.Select(r => Contacts.Of(r.Handed, r.Name, options.Zone, german))), VCards.ContentType, EnquiryTable.FileName(time.GetUtcNow(), options.Zone, german, "vcf"));
    }

    static IResult Answer(HttpContext http, ErrorCode error) => error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, error);

    static Caller Me(HttpContext http) => MyData.Me(http)!;
}
