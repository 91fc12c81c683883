using System.Net;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Members;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Members;

/// <summary>Coming in by an invitation that an organiser has issued.</summary>
public sealed class InvitationTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    IGrainFactory Grains => house.Services.GetRequiredService<IGrainFactory>();

    [Fact]
    public async Task GuestComesByALinkAndComingAgainCostsNoUse()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync(uses: 2);
        Assert.Equal(("open", 0, "guest"), (invitation.State, invitation.Used, invitation.Role));
        using var ada = new Browser(house.Address);
        var first = await ada.SignInAsync(new() { Name = "Ada", Invitation = invitation.Token });
        var again = await ada.SignInAsync(new() { Name = "Ada", Invitation = invitation.Token });
        Assert.Equal(("guest", first.Id), (first.Role, again.Id));
        Assert.Equal(1, (await olga.FindAsync(invitation.Id)).Used);
        Assert.Equal("invitation:" + invitation.Id, (await Grains.GetGrain<IMemberGrain>(first.Id).Profile())!.Origin);
    }

    [Fact]
    public async Task ForgedOnesAreInvalid()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync();
        var other = await olga.IssueAsync();
        foreach (var forged in new[] { invitation.Id, invitation.Token![..^3] + "AAA", invitation.Token[..40] + other.Token![40..], "AAAA" })
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.InvitationInvalid), await RefusalAsync(forged));
            using var preview = await olga.Http.PostAsJsonAsync("/api/session/invitation", new SessionRequest { Invitation = forged });
            Assert.Equal(HttpStatusCode.NoContent, preview.StatusCode);
        }
    }

    [Fact]
    public async Task ExpiredOneIsRefusedWithWordsOfItsOwn()
    {
        var over = TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(1);
        var id = Guid.NewGuid().ToString("N");
        await Grains.GetGrain<IInvitationBookGrain>(IInvitationBookGrain.TheBook).Issue(new() { Id = id, Label = "Vorbei", Role = "guest", Issued = over - TimeSpan.FromDays(1), Expires = over });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.InvitationExpired), await RefusalAsync(house.Services.GetRequiredService<Invitations>().Token(id)));
        using var olga = await house.OrganiserAsync();
        Assert.Equal(("expired", null), (await olga.FindAsync(id) is var found ? (found.State, found.Token) : default));
    }

    [Fact]
    public async Task UsedUpOneLetsInNobodyElseNotEvenWithTheSameName()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync(uses: 1);
        using var ada = new Browser(house.Address);
        await ada.SignInAsync(new() { Name = "Ada", Invitation = invitation.Token });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.InvitationUsedUp), await RefusalAsync(invitation.Token));
        await ada.SignInAsync(new() { Name = "Ada", Invitation = invitation.Token }); // she herself comes again
        Assert.Equal(("usedUp", 1), (await olga.FindAsync(invitation.Id) is var found ? (found.State, found.Used) : default));
    }

    [Fact]
    public async Task RefusedNameCostsNoUse()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync(uses: 1);
        using var ada = new Browser(house.Address);
        using (var refused = await ada.PostSessionAsync(new() { Name = "", Invitation = invitation.Token }))
            Assert.Equal(ErrorCode.NameUnusable, (await Browser.RefusalOf(refused)).Code);
        await ada.SignInAsync(new() { Name = "Ada", Invitation = invitation.Token });
    }

    [Fact]
    public async Task RevokedOneLetsInNobodyAndThoseWhoCameStayUnlessTheyAreSignedOut()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync();
        using var browser = new Browser(house.Address);
        var token = (await browser.SignInAsync(new() { Name = "Ada", Invitation = invitation.Token }, token: true)).Token!;
        await using var ada = await house.Arrive("Ada", token);
        await ada.Enter("foyer");

        Assert.Equal(HttpStatusCode.NoContent, await olga.RevokeAsync(invitation.Id));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.InvitationRevoked), await RefusalAsync(invitation.Token));
        Assert.Equal(("revoked", null), (await olga.FindAsync(invitation.Id) is var found ? (found.State, found.Token) : default));
        browser.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal("Ada", (await browser.Http.GetFromJsonAsync<SessionView>("/api/session"))!.Name);

        Assert.Equal(HttpStatusCode.NoContent, await olga.RevokeAsync(invitation.Id, signOut: true));
        await ada.WaitUntil(_ => ada.Connection.State.Code == DisconnectCode.SessionEnded, "she is told that her session has ended");
        using var after = await browser.Http.GetAsync("/api/session");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await olga.RevokeAsync("gibt-es-nicht"));
    }

    [Fact]
    public async Task ItOpensOnlyTheRoomsThatWereMeant()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync(rooms: ["halle"]);
        using var browser = new Browser(house.Address);
        var token = (await browser.SignInAsync(new() { Name = "Ada", Invitation = invitation.Token }, token: true)).Token!;
        await using var ada = await house.Arrive("Ada", token);
        Assert.Equal("halle", ada.Connection.StartRoom);
        Assert.Equal(ErrorCode.RoomNotAllowed, (await ada.Connection.EnterAsync("foyer")).Error);
        Assert.Equal(ErrorCode.RoomNotAllowed, (await ada.Connection.WaitAsync("foyer")).Error);
        await ada.Enter("halle");
        await using var bo = await house.Enter("Bo", "halle");
        await ada.WalkTo(1.5, 1.5);
        await bo.Sees(ada.Here); // so the room has it, too
        Assert.Equal(ErrorCode.RoomNotAllowed, (await ada.Connection.EnterThroughAsync("nach-foyer")).Error);
        await ada.SeesIn("halle");
    }

    [Fact]
    public async Task WhoIsSignedInStaysTheSameMemberAndGetsTheHigherRole()
    {
        using var olga = await house.OrganiserAsync();
        using var vera = new Browser(house.Address);
        var before = await vera.SignInAsync(new() { Name = "Vera" });
        var moderation = await olga.IssueAsync(role: "moderator");
        var after = await vera.SignInAsync(new() { Name = "Vera", Invitation = moderation.Token });
        Assert.Equal((before.Id, "moderator"), (after.Id, after.Role));

        var guests = await olga.IssueAsync(uses: 1);
        Assert.Equal("moderator", (await vera.SignInAsync(new() { Name = "Vera", Invitation = guests.Token })).Role);
        Assert.Equal(0, (await olga.FindAsync(guests.Id)).Used); // it gave her nothing
    }

    [Fact]
    public async Task GuestOfAListIsTheSameMemberOnEveryDeviceAndABanHolds()
    {
        using var olga = await house.OrganiserAsync();
        var token = (await olga.TokensAsync("Name;Ort\nBea Groß;Stadt Soest\n"))[0];
        using var desk = new Browser(house.Address);
        using (var preview = await desk.Http.PostAsJsonAsync("/api/session/invitation", new SessionRequest { Invitation = token }))
            Assert.Equal(("Bea Groß", "Stadt Soest", "guest"), await preview.Content.ReadFromJsonAsync<InvitationPreview>() is { } p ? (p.Name, p.Affiliation, p.Role) : default);
        var atDesk = await desk.SignInAsync(new() { Invitation = token });
        Assert.Equal(("Bea Groß", "Stadt Soest", "guest"), (atDesk.Name, atDesk.Affiliation, atDesk.Role));
        using var phone = new Browser(house.Address);
        Assert.Equal(atDesk.Id, (await phone.SignInAsync(new() { Name = "Bea", Invitation = token })).Id);

        await Grains.GetGrain<IMemberGrain>(atDesk.Id).Ban(new() { Reason = "Stört", Since = TimeProvider.System.GetUtcNow(), By = "olga" });
        Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.Banned), await RefusalAsync(token));
        // nor does another name before help
        using var vera = new Browser(house.Address);
        await vera.SignInAsync(new() { Name = "Vera" });
        using var refused = await vera.PostSessionAsync(new() { Name = "Vera", Invitation = token });
        Assert.Equal(ErrorCode.Banned, (await Browser.RefusalOf(refused)).Code);
    }

    [Fact]
    public async Task VisitorWhoOpensTheLinkOfAGuestBecomesThatGuestAndAnOrganiserDoesNot()
    {
        using var olga = await house.OrganiserAsync();
        var token = (await olga.TokensAsync("Name;Ort\nBea;Soest\n"))[0];
        using var browser = new Browser(house.Address);
        var vera = await browser.SignInAsync(new() { Name = "Vera" });
        var bea = await browser.SignInAsync(new() { Name = "Vera", Invitation = token });
        Assert.Equal(("Bea", "Soest"), (bea.Name, bea.Affiliation));
        Assert.NotEqual(vera.Id, bea.Id);
        Assert.Equal("organiser", (await olga.Http.PostAsJsonAsync("/api/session", new SessionRequest { Name = "Olga", Invitation = token }) is var answer
            ? await answer.Content.ReadFromJsonAsync<SessionView>() : null)!.Role);
    }

    [Theory]
    [InlineData("", "guest", 1, "halle", 0)]
    [InlineData("Zu\u202evor", "guest", 1, "halle", 0)]
    [InlineData("Gäste", "kaiser", 1, "halle", 0)]
    [InlineData("Gäste", "guest", -1, "halle", 0)]
    [InlineData("Gäste", "guest", 10_000, "halle", 0)]
    [InlineData("Gäste", "guest", 1, "keller", 0)]
    [InlineData("Gäste", "guest", 1, "halle", -1)]
    public async Task WhatCannotBeAnInvitationIsNotIssued(string label, string role, int hours, string room, int uses)
    {
        using var olga = await house.OrganiserAsync();
        using var response = await olga.Http.PostAsJsonAsync("/api/invitations", new InvitationRequest
        {
            Label = label, Role = role, Rooms = [room], Expires = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(hours), Uses = uses,
        });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.InvitationUnusable), (response.StatusCode, (await Browser.RefusalOf(response)).Code));
    }

    [Fact]
    public async Task OnlyOrganisersSeeIssueAndTakeBack()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync();
        var moderators = await olga.IssueAsync(role: "moderator");
        using var stranger = new Browser(house.Address);
        using var mona = new Browser(house.Address);
        await mona.SignInAsync(new() { Name = "Mona", Invitation = moderators.Token });
        foreach (var (method, path) in new[]
        {
            ("GET", ""), ("POST", ""), ("DELETE", $"/{invitation.Id}"), ("GET", $"/{invitation.Id}/qr.svg"), ("POST", "/guest-list"),
        })
        {
            using var unknown = await stranger.Http.SendAsync(new(new(method), "/api/invitations" + path));
            Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), (unknown.StatusCode, (await Browser.RefusalOf(unknown)).Code));
            using var refused = await mona.Http.SendAsync(new(new(method), "/api/invitations" + path));
            Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.OrganisersOnly), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        }
        Assert.Equal("open", (await olga.FindAsync(invitation.Id)).State);
    }

    [Fact]
    public async Task LinkIsAPictureForACameraAsLongAsItLetsSomebodyIn()
    {
        using var olga = await house.OrganiserAsync();
        var invitation = await olga.IssueAsync();
        using var drawn = await olga.Http.GetAsync($"/api/invitations/{invitation.Id}/qr.svg");
        Assert.Equal(("image/svg+xml", true), (drawn.Content.Headers.ContentType!.MediaType, drawn.Headers.CacheControl!.NoStore));
        Assert.StartsWith("<svg", await drawn.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await olga.RevokeAsync(invitation.Id);
        using var gone = await olga.Http.GetAsync($"/api/invitations/{invitation.Id}/qr.svg");
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.InvitationUnknown), (gone.StatusCode, (await Browser.RefusalOf(gone)).Code));
    }

    [Fact]
    public async Task OrganiserFindsTheLinkOfTheStartInTheList()
    {
        using var olga = await house.OrganiserAsync();
        var start = Assert.Single(await olga.ListAsync(), i => i.Label.StartsWith("Start ", StringComparison.Ordinal));
        Assert.Equal(("organiser", "open"), (start.Role, start.State));
        Assert.True(start.Used > 0);
    }

    async Task<(HttpStatusCode Status, ErrorCode Code)> RefusalAsync(string? token)
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.PostSessionAsync(new() { Name = "Mallory", Invitation = token });
        Assert.False(response.Headers.Contains("Set-Cookie"));
        return (response.StatusCode, (await Browser.RefusalOf(response)).Code);
    }
}
