using System.Net;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>One's card: filled in once, shown before it is handed over, exactly that handed over, and taken back.</summary>
public sealed class CardTests(FairHouse fair) : IClassFixture<FairHouse>
{
    static readonly CardRequest veras = new() { Name = "Vera Voss", Affiliation = "Stadt Gera", Email = "vera@gera.example", Telephone = "0365 8380", Note = "Ruft gern an" };

    async Task<(string Stand, Browser Bea, Browser Vera)> OpenAsync()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        return (stand, bea, (await fair.AsAsync("Vera", Roles.Visitor)).Browser);
    }

    [Fact]
    public async Task ACardIsFilledInOnce()
    {
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        var empty = await vera.AskAsync<OwnCardView>(HttpMethod.Get, "/api/me/card");
        Assert.Equal(("Vera", false), (empty.Card.Name, empty.Kept));
        Assert.Null((await vera.CardsAsync()).Own);
        Assert.Equal("Vera Voss", (await vera.KeepCardAsync(veras with { Name = " Vera\tVoss " })).Name);
        var kept = await vera.AskAsync<OwnCardView>(HttpMethod.Get, "/api/me/card");
        Assert.Equal((new CardView { Name = "Vera Voss", Affiliation = "Stadt Gera", Email = "vera@gera.example", Telephone = "0365 8380", Note = "Ruft gern an" }, true), (kept.Card, kept.Kept));
    }

    [Theory]
    [InlineData("vera", "email")]
    [InlineData("vera@gera.example>", "email")]
    [InlineData("\"><img src=x onerror=alert(1)>@gera.example", "email")]
    public async Task WhatCannotStandOnACardIsRefusedWithTheField(string email, string field)
    {
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var answer = await vera.SendAsync(HttpMethod.Put, "/api/me/card", veras with { Email = email });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
        Assert.Null((await vera.CardsAsync()).Own);
    }

    [Fact]
    public async Task ExactlyWhatWasShownIsHandedOverWithTheWordsAndTheMoment()
    {
        var (stand, bea, vera) = await OpenAsync();
        await vera.KeepCardAsync(veras);
        var shown = await vera.PreviewAsync("stand", "email", "name");
        Assert.Equal(new CardView { Name = "Vera Voss", Email = "vera@gera.example" }, shown.Card);
        Assert.Equal((ConsentWords.ForStands, ConsentWords.Of(ConsentWords.ForStands)), (shown.Wording, (shown.German, shown.English)));
        Assert.Empty((await bea.EnquiriesAsync(stand)).Cards); // looking gives nothing away
        var before = TimeProvider.System.GetUtcNow();
        var id = await vera.HandCardAsync(stand, shown);
        var handed = Assert.Single((await bea.EnquiriesAsync(stand)).Cards);
        Assert.Equal((id, shown.Card, shown.Wording, shown.German), (handed.Id, handed.Card, handed.Wording, handed.German));
        Assert.Equal(["name", "email"], handed.Fields);
        Assert.InRange(handed.Consent, before, TimeProvider.System.GetUtcNow());
        Assert.Equal(handed, (await vera.MineAsync(stand)).Card! with { Fields = handed.Fields });
        // what is changed on the card later, or kept of it, does not reach the stand
        await vera.KeepCardAsync(veras with { Name = "Vera Vogt" });
        Assert.Equal("Vera Voss", Assert.Single((await bea.EnquiriesAsync(stand)).Cards).Card.Name);
    }

    [Fact]
    public async Task WhatHasChangedSinceItWasShownIsNotHandedOver()
    {
        var (stand, bea, vera) = await OpenAsync();
        await vera.KeepCardAsync(veras);
        var shown = await vera.PreviewAsync("stand", "name", "telephone");
        await vera.KeepCardAsync(veras with { Telephone = "0171 555 12 34" });
        var path = $"/api/stands/{stand}/cards/{Leaving.NewId()}";
        Assert.Equal((HttpStatusCode.Conflict, ErrorCode.CardOutdated), await vera.MayNotAsync(HttpMethod.Put, path, Leaving.Yes(shown)));
        // nor anything else than was shown, nor by other words
        Assert.Equal(ErrorCode.CardOutdated, (await vera.MayNotAsync(HttpMethod.Put, path, Leaving.Yes(shown) with { Fields = ["name", "email"] })).Code);
        var now = await vera.PreviewAsync("stand", "name");
        Assert.Equal(ErrorCode.CardOutdated, (await vera.MayNotAsync(HttpMethod.Put, path, Leaving.Yes(now) with { Wording = "stand-0" })).Code);
        Assert.Equal(ErrorCode.CardOutdated, (await vera.MayNotAsync(HttpMethod.Put, path, Leaving.Yes(await vera.PreviewAsync("person", "name")))).Code);
        Assert.Equal(ErrorCode.CardEmpty, (await vera.MayNotAsync(HttpMethod.Put, path, Leaving.Yes(now) with { Fields = [] })).Code);
        Assert.Equal(ErrorCode.Malformed, (await vera.MayNotAsync(HttpMethod.Put, path, Leaving.Yes(now) with { Fields = ["name", "password"] })).Code);
        Assert.Equal(ErrorCode.Malformed, (await vera.MayNotAsync(HttpMethod.Put, path, new HandCardRequest { Fields = ["name"] })).Code);
        Assert.Empty((await bea.EnquiriesAsync(stand)).Cards);
        await vera.HandCardAsync(stand, now);
        Assert.Single((await bea.EnquiriesAsync(stand)).Cards);
    }

    [Fact]
    public async Task AnEmptyFieldIsNotShown()
    {
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        foreach (var fields in new string[][] { ["name"], [] })
            Assert.Equal(
                (HttpStatusCode.UnprocessableEntity, ErrorCode.CardEmpty), await vera.MayNotAsync(HttpMethod.Post, "/api/me/card/preview", new CardPreviewRequest { Fields = fields, To = "stand" }));
        Assert.Equal(ErrorCode.Malformed, (await vera.MayNotAsync(HttpMethod.Post, "/api/me/card/preview", new CardPreviewRequest { Fields = ["name"], To = "alle" })).Code);
        await vera.KeepCardAsync(new() { Name = "Vera" });
        Assert.Equal(ErrorCode.CardEmpty, (await vera.MayNotAsync(HttpMethod.Post, "/api/me/card/preview", new CardPreviewRequest { Fields = ["name", "note"], To = "stand" })).Code);
    }

    [Fact]
    public async Task OnlyWhoGaveItTakesItBackAndNothingOfItRemains()
    {
        var (stand, bea, vera) = await OpenAsync();
        await vera.KeepCardAsync(veras);
        var id = await vera.HandCardAsync(stand, "name", "email", "telephone");
        using var max = (await fair.AsAsync("Max", Roles.Visitor)).Browser;
        Assert.Equal(ErrorCode.CardUnknown, (await max.MayNotAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{id}")).Code);
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest());
        await vera.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{id}");
        await vera.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{id}"); // once more, as after a lost answer
        var all = await bea.EnquiriesAsync(stand);
        Assert.Equal((0, id), (all.Cards.Length, Assert.Single(all.TakenBack).Id));
        using var raw = await bea.SendAsync(HttpMethod.Get, $"/api/stands/{stand}/enquiries");
        Assert.DoesNotContain("Voss", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await vera.CardsAsync()).Stands);
    }

    [Fact]
    public async Task WhoIsErasedHasGivenNothingAndAskedNothing()
    {
        var (stand, bea, vera) = await OpenAsync();
        await vera.KeepCardAsync(veras);
        await vera.HandCardAsync(stand, "name");
        await vera.AskQuestionAsync(stand, "Was kostet das?");
        using (var erased = await vera.SendAsync(HttpMethod.Delete, "/api/me")) Assert.True(erased.IsSuccessStatusCode);
        var all = await bea.EnquiriesAsync(stand);
        Assert.Equal((0, 0, 1), (all.Enquiries.Length, all.Cards.Length, all.TakenBack.Length));
    }
}
