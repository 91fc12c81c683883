using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What visitors leave at stands and hosts read, by HTTP as a browser does it.</summary>
static class Leaving
{
    public static string NewId() => Guid.NewGuid().ToString("N");

    /// <summary>Leaves a question; gives its id.</summary>
    public static async Task<string> AskQuestionAsync(this Browser who, string stand, string question, string callBack = "none", string reach = "")
    {
        var id = NewId();
        await who.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}", new EnquiryRequest { Question = question, CallBack = callBack, Reach = reach });
        return id;
    }

    public static Task AnswerQuestionAsync(this Browser host, string stand, string id, string text) =>
        host.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}/answer", new EnquiryAnswerRequest { Text = text });

    public static Task<EnquiriesView> EnquiriesAsync(this Browser host, string stand) => host.AskAsync<EnquiriesView>(HttpMethod.Get, $"/api/stands/{stand}/enquiries");

    public static Task<LeftAtStandView> MineAsync(this Browser who, string stand) => who.AskAsync<LeftAtStandView>(HttpMethod.Get, $"/api/stands/{stand}/mine");

    public static Task<CardView> KeepCardAsync(this Browser who, CardRequest card) => who.AskAsync<CardView>(HttpMethod.Put, "/api/me/card", card);

    public static Task<CardPreviewView> PreviewAsync(this Browser who, string to, params string[] fields) =>
        who.AskAsync<CardPreviewView>(HttpMethod.Post, "/api/me/card/preview", new CardPreviewRequest { Fields = fields, To = to });

    /// <summary>Hands over what was shown; gives the card's id.</summary>
    public static async Task<string> HandCardAsync(this Browser who, string stand, CardPreviewView shown)
    {
        var id = NewId();
        await who.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/cards/{id}", Yes(shown));
        return id;
    }

    public static async Task<string> HandCardAsync(this Browser who, string stand, params string[] fields) => await who.HandCardAsync(stand, await who.PreviewAsync("stand", fields));

    /// <summary>The yes to what was shown.</summary>
    public static HandCardRequest Yes(CardPreviewView shown) => new() { Fields = shown.Fields, Wording = shown.Wording, Seal = shown.Seal };

    public static Task<CardsView> CardsAsync(this Browser who) => who.AskAsync<CardsView>(HttpMethod.Get, "/api/me/cards");
}
