using System.Net;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Files;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What a visitor takes along is there next week, as a list, as one file, and on another device.</summary>
public sealed class BagTests(FairHouse fair) : IClassFixture<FairHouse>
{
    /// <summary>Bea's open stand with two materials.</summary>
    async Task<(Browser Olga, string Stand, Browser Bea)> OpenAsync(string name = "Stadt Soest")
    {
        var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, name);
        await bea.LayOutAsync(stand, "a1", "Leitfaden", "https://soest.example/leitfaden?a=1&b=2");
        await bea.LayOutAsync(stand, "a2", "Bericht", "https://soest.example/bericht");
        return (olga, stand, bea);
    }

    [Fact]
    public async Task WhatWasTakenIsListedAndGoesAgain()
    {
        var (olga, stand, bea) = await OpenAsync();
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        Assert.Empty((await vera.BagAsync()).Items);
        await vera.TakeAsync(stand, "a1");
        await vera.TakeAsync(stand, "a2");
        await vera.TakeAsync(stand, "a1"); // it is in it already
        var bag = await vera.BagAsync();
        Assert.Equal(["Bericht", "Leitfaden"], bag.Items.Select(i => i.Title));
        Assert.Equal((stand, "a1", "Stadt Soest", true, "", "https://soest.example/leitfaden?a=1&b=2", "de"), bag.Items[1] is var i ? (i.Stand, i.Material, i.StandName, i.There, i.File, i.Link, i.Language) : default);
        Assert.Equal(500, bag.Most);
        // nobody else's
        Assert.Empty((await bea.BagAsync()).Items);

        await vera.DoAsync(HttpMethod.Delete, $"/api/bag/items/{stand}/a2");
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.MaterialUnknown), await vera.MayNotAsync(HttpMethod.Delete, $"/api/bag/items/{stand}/a2"));
        Assert.Equal("a1", Assert.Single((await vera.BagAsync()).Items).Material);
        await vera.DoAsync(HttpMethod.Delete, "/api/bag");
        Assert.Empty((await vera.BagAsync()).Items);
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task WhatIsGoneOrOfflineIsStillListedByItsTitleAndSaysSo()
    {
        var (olga, stand, bea) = await OpenAsync();
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        await vera.TakeAsync(stand, "a1");
        await vera.TakeAsync(stand, "a2");
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Kein Bildrecht", Material = "a1" });
        await bea.EditAsync(stand, new StandEditRequest { Field = "materials/a2", Revision = (await bea.DraftAsync(stand)).Fields["materials/a2"].Revision });
        Assert.Equal([("Bericht", false, "", "Stadt Soest"), ("Leitfaden", false, "", "Stadt Soest")], (await vera.BagAsync()).Items.Select(i => (i.Title, i.There, i.Link, i.StandName)));
        await olga.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down?material=a1");
        Assert.Equal([false, true], (await vera.BagAsync()).Items.Select(i => i.There));
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        Assert.Equal([("Bericht", false, "", ""), ("Leitfaden", false, "", "")], (await vera.BagAsync()).Items.Select(i => (i.Title, i.There, i.Link, i.StandName)));

        using var answer = await vera.SendAsync(HttpMethod.Get, "/api/bag/bag.zip");
        var zip = await answer.UnpackAsync();
        Assert.Equal(["Meine Tasche.html"], zip.Keys);
        Assert.Contains("Leitfaden – Diese Unterlage ist nicht mehr da oder zurzeit nicht zu sehen.", zip["Meine Tasche.html"], StringComparison.Ordinal);
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task NobodyTakesWhatTheyMayNotSee()
    {
        var (olga, stand, bea) = await OpenAsync();
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung", Material = "a1" });
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.MaterialUnknown), await vera.MayNotAsync(HttpMethod.Post, "/api/bag", new BagRequest { Stand = stand, Material = "a1" }));
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest());
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.StandUnknown), await vera.MayNotAsync(HttpMethod.Post, "/api/bag", new BagRequest { Stand = stand, Material = "a2" }));
        foreach (var request in new BagRequest[] { new() { Stand = stand, Material = "nichts" }, new() { Stand = stand }, new() { Stand = stand, Material = "../a1" }, new() { Stand = stand, Material = new string('x', 5000) } })
            Assert.Equal(ErrorCode.MaterialUnknown, (await bea.MayNotAsync(HttpMethod.Post, "/api/bag", request)).Code);
        foreach (var request in new BagRequest[] { new(), new() { Stand = "x", Material = "a1" }, new() { Stand = $"s{Guid.NewGuid():N}", Material = "a1" } })
            Assert.Equal(ErrorCode.StandUnknown, (await bea.MayNotAsync(HttpMethod.Post, "/api/bag", request)).Code);
        Assert.Empty((await vera.BagAsync()).Items);
        Assert.Empty((await bea.BagAsync()).Items);
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task AllOfItComesAsOneFile()
    {
        var (olga, stand, bea) = await OpenAsync();
        await bea.LayOutAsync(stand, "a3", "../../Leitfaden", "https://soest.example/3");
        await bea.LayOutAsync(stand, "a4", "<script>alert(1)</script>", "https://soest.example/4");
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        foreach (var material in new[] { "a1", "a2", "a3", "a4" }) await vera.TakeAsync(stand, material);
        using var answer = await vera.SendAsync(HttpMethod.Get, "/api/bag/bag.zip");
        Assert.Equal("klapphaus-tasche.zip", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var zip = await answer.UnpackAsync();
        Assert.Equal(["-..-Leitfaden.url", "-script-alert(1)--script-.url", "Bericht.url", "Leitfaden.url", "Meine Tasche.html"], zip.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("[InternetShortcut]\r\nURL=https://soest.example/leitfaden?a=1&b=2\r\n", zip["Leitfaden.url"]);
        var page = zip["Meine Tasche.html"];
        Assert.Contains("<a href=\"https://soest.example/leitfaden?a=1&amp;b=2\" rel=\"noopener noreferrer\">Leitfaden</a></td><td>Stadt Soest</td>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task FilesComeByTheirTitlesAndByALinkAsWell()
    {
        var (olga, stand, bea) = await OpenAsync();
        var content = Samples.Pdf(1000);
        var paper = await bea.UploadAsync(stand, content, "scan0001.pdf");
        Assert.Equal("taken", Assert.Single(await bea.EditAsync(stand, new StandEditRequest { Field = "materials/a5", Value = new() { Text = "Leerstand: ein Bericht", File = paper, Language = "de" } })).Verdict);
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        await vera.TakeAsync(stand, "a5");
        Assert.Equal((paper, ""), Assert.Single((await vera.BagAsync()).Items) is var item ? (item.File, item.Link) : default);
        var token = (await vera.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links")).Link!.Split("#bag=")[1];
        using var telephone = new Browser(fair.Open.Address);
        using var own = await vera.SendAsync(HttpMethod.Get, "/api/bag/bag.zip");
        using var shared = await SendTokenAsync(telephone, token);
        foreach (var answer in new[] { own, shared })
        {
            var zip = await answer.UnpackAsync();
            Assert.Equal(["Leerstand- ein Bericht.pdf", "Meine Tasche.html"], zip.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(System.Text.Encoding.UTF8.GetString(content), zip["Leerstand- ein Bericht.pdf"]);
        }
        // a link shows the list; what is in it is not read by the file's own address
        using (var stranger = await telephone.SendAsync(HttpMethod.Get, $"/api/files/{paper}")) Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task ALinkShowsTheListToWhoeverHasItAndLetsThemDoNothing()
    {
        var (olga, stand, bea) = await OpenAsync();
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        await vera.TakeAsync(stand, "a1");
        var link = await vera.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links");
        Assert.InRange(link.Expires - link.Issued, TimeSpan.FromDays(30), TimeSpan.FromDays(30));
        Assert.StartsWith($"{fair.Open.Address}tasche#bag=", link.Link, StringComparison.Ordinal);
        Assert.Null(Assert.Single((await vera.BagAsync()).Links).Link);
        var token = link.Link!.Split("#bag=")[1];
        Assert.DoesNotContain(link.Id, token, StringComparison.Ordinal);

        using var telephone = new Browser(fair.Open.Address);
        Assert.Equal("Leitfaden", Assert.Single((await SharedAsync(telephone, token)).Items).Title);
        using (var zip = await SendTokenAsync(telephone, token)) Assert.Contains("Leitfaden.url", (await zip.UnpackAsync()).Keys);
        // it opens the list and nothing else
        Assert.Equal(ErrorCode.SignInNeeded, (await telephone.MayNotAsync(HttpMethod.Get, "/api/bag")).Code);
        Assert.Equal(ErrorCode.SignInNeeded, (await telephone.MayNotAsync(HttpMethod.Delete, "/api/bag")).Code);
        using (var asInvitation = await telephone.PostSessionAsync(new() { Name = "Vera", Invitation = token })) Assert.Equal(ErrorCode.InvitationInvalid, (await Browser.RefusalOf(asInvitation)).Code);
        // what is not for everybody is not in it, not even by its title, though the bag's owner is of the team
        await bea.TakeAsync(stand, "a2");
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest());
        Assert.True(Assert.Single((await bea.BagAsync()).Items).There);
        var beas = (await bea.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links")).Link!.Split("#bag=")[1];
        Assert.Empty((await SharedAsync(telephone, beas)).Items);
        using (var zip = await SendTokenAsync(telephone, beas)) Assert.DoesNotContain("Bericht", (await zip.UnpackAsync())["Meine Tasche.html"], StringComparison.Ordinal);

        using (var drawn = await vera.SendAsync(HttpMethod.Get, $"/api/bag/links/{link.Id}/qr.svg")) Assert.Equal("image/svg+xml", drawn.Content.Headers.ContentType?.MediaType);
        Assert.Equal(ErrorCode.BagLinkInvalid, (await bea.MayNotAsync(HttpMethod.Get, $"/api/bag/links/{link.Id}/qr.svg")).Code);
        Assert.Equal(ErrorCode.BagLinkInvalid, (await bea.MayNotAsync(HttpMethod.Delete, $"/api/bag/links/{link.Id}")).Code);
        await vera.DoAsync(HttpMethod.Delete, $"/api/bag/links/{link.Id}");
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.BagLinkInvalid), await telephone.MayNotAsync(HttpMethod.Post, "/api/bag/shared", new SharedBagRequest { Token = token }));
        using (var late = await SendTokenAsync(telephone, token)) Assert.Equal(ErrorCode.BagLinkInvalid, (await Browser.RefusalOf(late)).Code);
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task WhereNobodyComesInWithoutAnInvitationALinkIsForWhoeverIsSignedIn()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--Klapphaus:Visitors", "false");
        using var olga = await house.OrganiserAsync();
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        await bea.LayOutAsync(stand, "a1", "Leitfaden", "https://soest.example/");
        await bea.TakeAsync(stand, "a1");
        var token = (await bea.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links")).Link!.Split("#bag=")[1];
        using var telephone = new Browser(house.Address);
        Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), await telephone.MayNotAsync(HttpMethod.Post, "/api/bag/shared", new SharedBagRequest { Token = token }));
        using (var refused = await SendTokenAsync(telephone, token)) Assert.Equal(ErrorCode.SignInNeeded, (await Browser.RefusalOf(refused)).Code);
        Assert.Equal("Leitfaden", Assert.Single((await SharedAsync(olga, token)).Items).Title);
        using var zip = await SendTokenAsync(olga, token);
        Assert.Contains("Leitfaden.url", (await zip.UnpackAsync()).Keys);
    }

    [Fact]
    public async Task NobodyGuessesALink()
    {
        var (id, browser) = await fair.AsAsync("Vera", Roles.Visitor);
        using var vera = browser;
        var link = await vera.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links");
        var token = link.Link!.Split("#bag=")[1];
        using var olga = await fair.Open.OrganiserAsync();
        var invitation = (await olga.IssueAsync()).Token;
        using var thief = new Browser(fair.Open.Address);
        foreach (var wrong in new[] { null, "", "x", $"{link.Id}/{id}", id, link.Id, token[..^1], token + "A", invitation, new string('A', 20_000) })
            Assert.Equal((HttpStatusCode.NotFound, ErrorCode.BagLinkInvalid), await thief.MayNotAsync(HttpMethod.Post, "/api/bag/shared", new SharedBagRequest { Token = wrong }));
        using (var asJson = await thief.SendAsync(HttpMethod.Post, "/api/bag/shared/bag.zip", new SharedBagRequest { Token = token })) Assert.Equal(ErrorCode.Malformed, (await Browser.RefusalOf(asJson)).Code);
        for (var i = 1; i < 5; i++) await vera.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.TooManyBagLinks), await vera.MayNotAsync(HttpMethod.Post, "/api/bag/links"));
        Assert.Equal(5, (await vera.BagAsync()).Links.Length);
    }

    [Fact]
    public async Task WhoIsBannedHandsNothingAroundAndWhoIsErasedHasNothing()
    {
        var (olga, stand, bea) = await OpenAsync();
        var (eveId, eve) = await fair.AsAsync("Eve", Roles.Visitor);
        var (vicId, vic) = await fair.AsAsync("Vic", Roles.Visitor);
        await eve.TakeAsync(stand, "a1");
        await vic.TakeAsync(stand, "a1");
        var (eves, vics) = ((await eve.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links")).Link!.Split("#bag=")[1], (await vic.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links")).Link!.Split("#bag=")[1]);
        var mine = await vic.AskAsync<MyDataView>(HttpMethod.Get, "/api/me");
        Assert.Equal(("Leitfaden", 1), (Assert.Single(mine.Bag).Title, mine.BagLinks.Length));

        await using (var mona = await fair.Open.EnterAsOrganiser("Mona", "halle"))
            await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eveId, House = true, Reason = "Störung", Minutes = 60 });
        Assert.True((await vic.SendAsync(HttpMethod.Delete, "/api/me")).IsSuccessStatusCode);
        using var telephone = new Browser(fair.Open.Address);
        foreach (var token in new[] { eves, vics })
            Assert.Equal(ErrorCode.BagLinkInvalid, (await telephone.MayNotAsync(HttpMethod.Post, "/api/bag/shared", new SharedBagRequest { Token = token })).Code);
        Assert.NotEqual(eveId, vicId);
        foreach (var one in new[] { olga, bea, eve, vic }) one.Dispose();
    }

    [Fact]
    public async Task ABagIsForWhoeverIsSignedIn()
    {
        using var nobody = new Browser(fair.Open.Address);
        foreach (var (method, path) in new[]
                 {
                     (HttpMethod.Get, "/api/bag"), (HttpMethod.Post, "/api/bag"), (HttpMethod.Delete, "/api/bag"), (HttpMethod.Delete, "/api/bag/items/x/y"), (HttpMethod.Get, "/api/bag/bag.zip"),
                     (HttpMethod.Post, "/api/bag/links"), (HttpMethod.Delete, "/api/bag/links/x"), (HttpMethod.Get, "/api/bag/links/x/qr.svg"), (HttpMethod.Get, "/api/times"),
                 })
            Assert.Equal((path, HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), await nobody.MayNotAsync(method, path, method == HttpMethod.Post ? new BagRequest() : null) is var (status, code) ? (path, status, code) : default);
    }

    static Task<SharedBagView> SharedAsync(Browser who, string token) => who.AskAsync<SharedBagView>(HttpMethod.Post, "/api/bag/shared", new SharedBagRequest { Token = token });

    static Task<HttpResponseMessage> SendTokenAsync(Browser who, string token) => who.Http.PostAsync("/api/bag/shared/bag.zip", new FormUrlEncodedContent([new("token", token)]));
}
