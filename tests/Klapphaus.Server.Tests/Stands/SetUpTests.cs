using System.Net;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>From the organiser's link to a stand that everybody reads.</summary>
public sealed class SetUpTests(FairHouse fair) : IClassFixture<FairHouse>
{
    [Fact]
    public async Task AnExhibitorComesByALinkSetsUpAndPublishes()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var area = fair.NextArea();
        var given = await olga.GiveAsync("halle", area);
        Assert.Equal(("halle", area, "", "hidden", false), (given.Room, given.Area, given.Name, given.State, given.Mine));
        using var bea = new Browser(fair.Open.Address);
        Assert.Equal("host", (await bea.ComeAsync("Bea", await olga.InviteAsync(given.Id, owner: true))).Role);
        Assert.True(Assert.Single(await bea.StandsAsync(), s => s.Id == given.Id).Mine);

        Assert.Equal(ErrorCode.StandIncomplete, (await bea.MayNotAsync(HttpMethod.Put, $"/api/stands/{given.Id}/published", new StandPublishRequest { Published = true })).Code);
        var missing = (await bea.DraftAsync(given.Id)).Missing;
        Assert.Equal([("name", (int)StandFaultKind.Missing), ("line", (int)StandFaultKind.Missing)], missing.Select(m => (m.Field, m.Code)));
        var results = await bea.EditAsync(
            given.Id,
            new() { Field = "name", Value = new() { Text = "Stadt Soest" } },
            new() { Field = "line", Value = new() { Text = "Läden auf Zeit" } },
            new() { Field = "text", Value = new() { Text = "# Wie es geht\n\n<b>Anrufen</b>" } },
            new() { Field = "accent", Value = new() { Text = "#0a5a86" } },
            new() { Field = "contact", Value = new() { Text = "Bea Groß", Link = "https://soest.example/kontakt" } },
            new() { Field = "topics/t1", Value = new() { Text = "Leerstand" } },
            new() { Field = "materials/b2", Value = new() { Text = "Zweitens", Link = "https://soest.example/2", Language = "de" } },
            new() { Field = "materials/a1", Value = new() { Text = "Erstens", Link = "https://soest.example/1", Language = "de" }, Behind = "" },
            new() { Field = "accents", Value = new() { Text = "x" } },
            new() { Field = "hours", Value = new() { Text = "immer" } });
        Assert.Equal(["taken", "taken", "taken", "taken", "taken", "taken", "taken", "taken", "unusable", "unusable"], results.Select(r => r.Verdict));
        Assert.Equal(("Bea", 1L), (results[0].Now.By, results[0].Now.Revision));
        Assert.Equal((int)StandFaultKind.HoursUnreadable, Assert.Single(results[9].Faults).Code);
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{given.Id}/published", new StandPublishRequest { Published = true });

        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        var seen = await vera.LookAsync(given.Id);
        Assert.Equal(("Stadt Soest", "Läden auf Zeit", "#0a5a86", "#ffffff", "open"), (seen.Name, seen.Line, seen.Accent, seen.AccentText, seen.State));
        Assert.Equal("<h3>Wie es geht</h3>\n<p>&lt;b&gt;Anrufen&lt;/b&gt;</p>\n", seen.Html);
        Assert.Equal(["Erstens", "Zweitens"], seen.Materials.Select(m => m.Text));
        Assert.Equal(["Leerstand"], seen.Topics);
        Assert.False(seen.MayEdit || seen.MayPublish || seen.MayNameHosts || seen.MayModerate);
        Assert.Equal("open", Assert.Single(await vera.StandsAsync(), s => s.Id == given.Id).State);
    }

    [Fact]
    public async Task OnePlaceOneStand()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var area = fair.NextArea();
        await olga.GiveAsync("halle", area);
        Assert.Equal((HttpStatusCode.Conflict, ErrorCode.StandPlaceTaken), await olga.MayNotAsync(HttpMethod.Post, "/api/stands", new StandRequest { Room = "halle", Area = area }));
        foreach (var (room, place) in new[] { ("halle", "stand-99"), ("keller", area), ("", area), (new string('x', 100), area) })
            Assert.Equal((HttpStatusCode.NotFound, ErrorCode.StandPlaceUnknown), await olga.MayNotAsync(HttpMethod.Post, "/api/stands", new StandRequest { Room = room, Area = place }));
    }

    [Fact]
    public async Task WhatIsNotAStandIsNotFound()
    {
        using var olga = await fair.Open.OrganiserAsync();
        foreach (var id in new[] { "x", $"s{Guid.NewGuid():N}", $"S{Guid.NewGuid():N}", new string('s', 200) })
            Assert.Equal((HttpStatusCode.NotFound, ErrorCode.StandUnknown), await olga.MayNotAsync(HttpMethod.Get, $"/api/stands/{id}"));
    }

    [Fact]
    public async Task NonsenseIsRefusedWithANumber()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        foreach (var edits in new StandEditRequest[]?[] { [], null, new StandEditRequest[51] })
            Assert.Equal(ErrorCode.Malformed, (await bea.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/edits", new StandEditsRequest { Edits = edits })).Code);
        var empty = Assert.Single(await bea.EditAsync(stand, new StandEditRequest()));
        Assert.Equal("unusable", empty.Verdict);
        Assert.Equal(ErrorCode.Malformed, (await bea.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/hosts/x", new StandRightsRequest { Rights = ["everything"] })).Code);
        Assert.Equal(ErrorCode.InvitationUnusable, (await bea.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/invitations", new StandInvitationRequest { Label = "x", Rights = [], Expires = DateTimeOffset.MaxValue })).Code);
        Assert.Equal("forgotten", (await bea.AskAsync<StandEditsView>(HttpMethod.Post, $"/api/stands/{stand}/undo", new StandUndoRequest { Revision = -1 })).Results[0].Verdict);
    }

    [Fact]
    public async Task HostsAreNamedGetOtherRightsAndGo()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        var invitation = await bea.InviteAsync(stand, rights: ["edit", "staff"]);
        using var tom = new Browser(fair.Open.Address);
        var tomId = (await tom.ComeAsync("Tom", invitation)).Id;
        Assert.Equal(["Bea true edit,staff,enquiries", "Tom false edit,staff"], await TeamAsync(bea, stand));

        var (gustav, guest) = await fair.AsAsync("Gustav", Roles.Guest);
        using var g = guest;
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/hosts/{gustav}", new StandRightsRequest { Rights = ["staff"] });
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/hosts/{tomId}", new StandRightsRequest { Rights = ["enquiries"] });
        Assert.Equal(["Bea true edit,staff,enquiries", "Gustav false staff", "Tom false enquiries"], await TeamAsync(bea, stand));
        Assert.Equal(ErrorCode.StandRightMissing, (await tom.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}/draft")).Code);
        // who has only given a name could be anybody, and an owner is not taken out
        var (vera, visitor) = await fair.AsAsync("Vera", Roles.Visitor);
        using var v = visitor;
        Assert.Equal(ErrorCode.MemberUnknown, (await bea.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/hosts/{vera}", new StandRightsRequest { Rights = ["edit"] })).Code);
        var beaId = (await bea.AskAsync<SessionView>(HttpMethod.Get, "/api/session")).Id;
        Assert.Equal(ErrorCode.StandRightMissing, (await olga.MayNotAsync(HttpMethod.Delete, $"/api/stands/{stand}/hosts/{beaId}")).Code);

        await guest.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/hosts/{gustav}"); // leaves by himself
        await bea.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/hosts/{tomId}");
        Assert.Equal(["Bea true edit,staff,enquiries"], await TeamAsync(bea, stand));
        // his old link does not bring him back, a new one does
        using (var again = await tom.PostSessionAsync(new() { Name = "Tom", Invitation = invitation })) Assert.Equal(ErrorCode.InvitationRevoked, (await Browser.RefusalOf(again)).Code);
        Assert.Equal(ErrorCode.StandUnknown, (await tom.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}")).Code);
        await tom.ComeAsync("Tom", await bea.InviteAsync(stand, rights: ["edit"]));
        Assert.Equal(["Bea true edit,staff,enquiries", "Tom false edit"], await TeamAsync(bea, stand));
    }

    [Fact]
    public async Task WhoHasAHigherRoleJoinsATeamAndKeepsIt()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        using var mona = new Browser(fair.Open.Address);
        await mona.ComeAsync("Mona", (await olga.IssueAsync(role: "moderator")).Token!);
        var link = await bea.InviteAsync(stand, rights: ["edit"], uses: 1);
        Assert.Equal("moderator", (await mona.ComeAsync("Mona", link)).Role);
        Assert.Equal(["Bea true edit,staff,enquiries", "Mona false edit"], await TeamAsync(bea, stand));
        using var late = new Browser(fair.Open.Address);
        using var refused = await late.PostSessionAsync(new() { Name = "Lars", Invitation = link });
        Assert.Equal(ErrorCode.InvitationUsedUp, (await Browser.RefusalOf(refused)).Code);
    }

    [Fact]
    public async Task WhoModeratesOneRoomStaysThatWhenJoiningATeam()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        using var mona = new Browser(fair.Open.Address);
        await mona.ComeAsync("Mona", (await olga.IssueAsync(role: "moderator", rooms: ["halle"])).Token!);
        await mona.ComeAsync("Mona", await bea.InviteAsync(stand, rights: ["edit"]));
        Assert.Equal(ErrorCode.ModeratorsOnly, (await mona.MayNotAsync(HttpMethod.Get, "/api/moderation/bans")).Code);
    }

    [Fact]
    public async Task AStandGivenAnewBelongsToOnePerson()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var stand = (await olga.GiveAsync("halle", fair.NextArea())).Id;
        var first = await olga.InviteAsync(stand, owner: true, uses: 100);
        using var bea = new Browser(fair.Open.Address);
        await bea.ComeAsync("Bea", first);
        using var second = new Browser(fair.Open.Address);
        using (var refused = await second.PostSessionAsync(new() { Name = "Zoe", Invitation = first })) Assert.Equal(ErrorCode.InvitationUsedUp, (await Browser.RefusalOf(refused)).Code);
        await second.ComeAsync("Zoe", await olga.InviteAsync(stand, owner: true));
        Assert.Equal(["Zoe true edit,staff,enquiries"], await TeamAsync(second, stand));
        using (var again = await bea.PostSessionAsync(new() { Name = "Bea", Invitation = first })) Assert.Equal(ErrorCode.InvitationRevoked, (await Browser.RefusalOf(again)).Code);
        Assert.Equal(["Zoe true edit,staff,enquiries"], await TeamAsync(second, stand));
    }

    [Fact]
    public async Task TheTeamHasAnEnd()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        for (var i = 0; i < StandTeam.MostHosts; i++)
        {
            var (host, _) = await fair.Open.SignInAs($"Host {i}", Roles.Guest);
            await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/hosts/{host}", new StandRightsRequest { Rights = ["staff"] });
        }
        using var late = new Browser(fair.Open.Address);
        using var refused = await late.PostSessionAsync(new() { Name = "Lars", Invitation = await bea.InviteAsync(stand, rights: ["staff"]) });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.StandTeamFull), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
    }

    [Fact]
    public async Task WhatAModeratorTakesOfflineIsSeenByItsTeamAloneWithTheReasonAndStandsInTheLog()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        await bea.PublishAsync(stand, "Stadt Werl");
        await bea.EditAsync(stand, new StandEditRequest { Field = "materials/a1", Value = new() { Text = "Leitfaden", Link = "https://werl.example/", Language = "de" } });
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var mona = (await fair.AsAsync("Mona", Roles.Moderator)).Browser;

        Assert.Equal(ErrorCode.StandUnknown, (await mona.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "x", Material = "a2" })).Code);
        await mona.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Kein Bildrecht", Material = "a1" });
        Assert.Empty((await vera.LookAsync(stand)).Materials);
        Assert.Equal("Kein Bildrecht", Assert.Single((await bea.LookAsync(stand)).Materials).Down);
        await mona.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Werbung" });
        await mona.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Noch einmal" }); // it is so already
        Assert.Equal(ErrorCode.StandUnknown, (await vera.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}")).Code);
        Assert.Equal(("down", "Werbung"), await bea.LookAsync(stand) is var seen ? (seen.State, seen.Reason) : default);
        Assert.DoesNotContain(await vera.StandsAsync(), s => s.Id == stand);
        Assert.Contains(await mona.StandsAsync(), s => s.Id == stand && s.State == "down");

        await mona.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down?material=a1");
        await mona.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down");
        Assert.Single((await vera.LookAsync(stand)).Materials);
        var log = (await mona.Http.GetFromJsonAsync<LogLineView[]>("/api/moderation/log?room=halle"))!.Where(l => l.Of.StartsWith("Stadt Werl", StringComparison.Ordinal)).Reverse();
        Assert.Equal(
            [("tookDownStand", "Stadt Werl: Leitfaden", "Kein Bildrecht"), ("tookDownStand", "Stadt Werl", "Werbung"), ("putBackStand", "Stadt Werl: Leitfaden", ""), ("putBackStand", "Stadt Werl", "")],
            log.Select(l => (l.Deed, l.Of, l.Reason)));
        // the owner reads it among her own data, and her stand there
        var mine = (await bea.Http.GetFromJsonAsync<MyDataView>("/api/me"))!;
        Assert.Equal(4, mine.Moderation.Length);
        Assert.Equal("Stadt Werl", Assert.Single(mine.Stands).Name);
    }

    [Fact]
    public async Task WhoIsErasedIsOutOfTheTeamAndWroteNothing()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga, "Berta");
        using var owner = bea;
        using var tom = await fair.HostAsync(bea, stand, "Tom", "edit");
        await bea.PublishAsync(stand, "Stadt Unna");
        await tom.WriteAsync(stand, "hours", "Mo-Fr 08:00-18:00");
        Assert.True((await bea.SendAsync(HttpMethod.Delete, "/api/me")).IsSuccessStatusCode);

        var draft = await tom.DraftAsync(stand);
        Assert.Equal(["Tom"], draft.Team.Select(t => t.Name));
        Assert.Equal(["-", "-", "Tom"], draft.History.Select(c => c.By));
        Assert.Equal(("Stadt Unna", "-"), (draft.Fields["name"].Value!.Text, draft.Fields["name"].By));
        Assert.Equal("", Assert.Single(await Book(), s => s.Id == stand).Owner);
        // the stand is there, and is given anew
        using var zoe = new Browser(fair.Open.Address);
        await zoe.ComeAsync("Zoe", await olga.InviteAsync(stand, owner: true));
        Assert.Equal(["Tom false edit", "Zoe true edit,staff,enquiries"], await TeamAsync(zoe, stand));
    }

    async Task<Grains.Stands.StandSummary[]> Book() =>
        (await fair.Open.Services.GetRequiredService<IGrainFactory>().GetGrain<Grains.Stands.IStandBookGrain>(Grains.Stands.IStandBookGrain.TheBook).Stands(0))!.Stands;

    static async Task<string[]> TeamAsync(Browser who, string stand) =>
        [.. (await who.DraftAsync(stand)).Team.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => $"{t.Name} {(t.Owner ? "true" : "false")} {string.Join(',', t.Rights)}")];
}
