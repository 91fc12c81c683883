using System.Net;
using System.Net.Http.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Conversations;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>What a moderator does is in force at once, and nothing gets round it.</summary>
public sealed class ModerationTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task WhoIsMutedIsHeardByNobodyAndStaysSoWhenTheyComeBack()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var ada = await house.Enter("Ada", "saal");
        var eve = await house.Enter("Eve", "saal");
        await using var _ = eve;
        await ada.WalkTo(6, 3);
        await eve.WalkTo(7.5, 3);
        await ada.TalksWith(eve);
        var told = new Orders(eve);
        await mona.Does(nameof(IHouseHub.Mute), new MuteRequest { Handle = eve.Picture.Handle, Muted = true });
        await told.Is("muted");
        await ada.WaitUntil(p => p.Talk!.People.Any(t => t.Muted && !t.Heard), "Eve is muted");

        // by another connection of the same member, which is a second tab
        await using var again = await house.Arrive("Eve", eve.Connection.Token);
        await again.Enter("saal");
        await ada.WaitUntil(p => p.Talk is { } talk && talk.People.Any(t => t.Muted && !t.Heard), "Eve is still muted");
        await mona.Does(nameof(IHouseHub.Mute), new MuteRequest { Handle = again.Picture.Handle, Muted = false });
        await ada.WaitUntil(p => p.Talk!.People.All(t => t.Heard), "Eve is heard again");
    }

    [Fact]
    public async Task WhoIsBannedFromTheHouseIsOutAtOnceAndLearnsWhy()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        using var browser = new Browser(house.Address);
        var session = await browser.SignInAsync(new() { Name = "Eve" });
        var token = (await browser.SignInAsync(new() { Name = "Eve" }, token: true)).Token!;
        await using var eve = await house.Arrive("Eve", token);
        await eve.Enter("saal");
        await mona.Knows(eve);
        var told = new Orders(eve);

        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = session.Id, House = true, Reason = "Störung des Vortrags", Minutes = 60 });
        var news = await told.IsSentAway();
        Assert.Equal(((int)DisconnectCode.Banned, false, "Störung des Vortrags"), (news.Code, news.ComeBack, news.Reason));
        Assert.InRange(news.Until, DateTimeOffset.UtcNow.AddMinutes(59).ToUnixTimeMilliseconds(), DateTimeOffset.UtcNow.AddMinutes(61).ToUnixTimeMilliseconds());
        await mona.Misses(eve);

        // by the cookie, under another name, with an invitation, by the token
        using (var own = await browser.Http.GetAsync("/api/session")) Assert.Equal(ErrorCode.SignInNeeded, (await Browser.RefusalOf(own)).Code);
        using (var renamed = await browser.PostSessionAsync(new() { Name = "Ganz andere" })) Assert.Equal(ErrorCode.Banned, (await Browser.RefusalOf(renamed)).Code);
        using (var invited = await browser.PostSessionAsync(new() { Name = "Eve", Invitation = house.Invitation })) Assert.Equal(ErrorCode.Banned, (await Browser.RefusalOf(invited)).Code);
        var refused = await Assert.ThrowsAsync<HouseRefusedException>(() => house.Arrive("Eve", token));
        Assert.Equal(ErrorCode.Banned, refused.Code);

        await mona.MayNot(nameof(IHouseHub.Ban), new BanRequest { Member = mona.Id, House = true, Reason = "Selbst", Minutes = 1 }, ErrorCode.ModeratorsOnly);
        using var organiser = new Browser(house.Address);
        await organiser.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var bans = (await organiser.Http.GetFromJsonAsync<BanView[]>("/api/moderation/bans"))!;
        Assert.Equal(("Eve", "Störung des Vortrags"), bans.Where(b => b.Member == session.Id).Select(b => (b.Name, b.Reason)).Single());
        using (var lifted = await organiser.Http.DeleteAsync($"/api/moderation/bans/{session.Id}")) Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        await using var back = await house.Arrive("Eve", (await browser.SignInAsync(new() { Name = "Eve" }, token: true)).Token);
        await back.Enter("saal");
    }

    [Fact]
    public async Task WhoIsBannedAndSignedInByCookieIsRefusedASessionWithReasonAndEnd()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        using var browser = new Browser(house.Address);
        var eve = await browser.SignInAsync(new() { Name = "Eve" });
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Werbung", Minutes = 0 });
        using var refused = await browser.PostSessionAsync(new() { Name = "Eve", Invitation = house.Invitation });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(ErrorCode.Banned, (await Browser.RefusalOf(refused)).Code);
        Assert.Contains("Werbung", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsBannedWithTheirInvitationDoesNotComeBackByIt()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        using var issued = await olga.Http.PostAsJsonAsync("/api/invitations", new InvitationRequest { Label = "Presse", Role = "guest", Expires = DateTimeOffset.UtcNow.AddDays(1) });
        var invitation = (await issued.Content.ReadFromJsonAsync<InvitationView>())!.Token;
        using var browser = new Browser(house.Address);
        var eve = await browser.SignInAsync(new() { Name = "Eve", Invitation = invitation });
        Assert.Equal("guest", eve.Role);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Invitation = true, Reason = "Werbung", Minutes = 60 });
        using var fresh = new Browser(house.Address); // without the cookie she is somebody else, and the invitation is void
        using var again = await fresh.PostSessionAsync(new() { Name = "Eva", Invitation = invitation });
        Assert.Equal(ErrorCode.InvitationRevoked, (await Browser.RefusalOf(again)).Code);
    }

    [Fact]
    public async Task WhoIsBannedFromARoomIsShownOutAndNotLetInAgain()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        await mona.Knows(eve);
        var told = new Orders(eve);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, Reason = "Zu laut", Minutes = 5 });
        Assert.Equal("Zu laut", (await told.Is("bannedFromRoom")).Reason);
        await mona.Misses(eve);
        await eve.MayNot(nameof(IHouseHub.Say), new SayRequest { Text = "Hallo?" }, ErrorCode.NotInRoom);
        var refusal = await eve.Connection.EnterAsync("saal");
        Assert.Equal(ErrorCode.RoomBanned, refusal.Error);
        Assert.Equal("Zu laut", refusal.Value!.Reason);
        Assert.Empty(told.SentAway); // in the house one may stay
    }

    [Fact]
    public async Task WhoIsShownOutWalksNobodyElse()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        var told = new Orders(eve);
        await mona.Does(nameof(IHouseHub.Expel), new ExpelRequest { Handle = eve.Picture.Handle, Reason = "Bitte gehen" });
        Assert.Equal("Bitte gehen", (await told.Is("removed")).Reason);
        await mona.Misses(eve);
        for (var i = 0; i < 10; i++) await eve.Says(2 + i * 0.1, 5, 0);
        await using var bo = await house.Enter("Bo", "saal");
        await mona.Sees(bo.Here);
        await eve.Enter("saal"); // taken out is not kept out
        await mona.Knows(eve);
    }

    [Fact]
    public async Task PolicyTakesEffectOnThoseInside()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var ada = await house.Enter("Ada", "saal");
        await using var bo = await house.Enter("Bo", "saal");
        await ada.WalkTo(6, 3);
        await bo.WalkTo(7.5, 3);
        await ada.TalksWith(bo);
        var (adas, bos) = (new Orders(ada), new Orders(bo));
        try
        {
            await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(speak: "guest", write: "member") });
            await adas.Hears(p => p.Write == "member", "only members write");
            await ada.WaitUntil(p => p.Talk!.People.All(t => !t.Heard), "nobody is heard");
            Assert.Equal(ErrorCode.NotAllowed, await ada.Connection.SayAsync("Hört mich wer?"));

            await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(slow: 60) });
            await bos.Hears(p => p.SlowSeconds == 60, "slow");
            Assert.Equal(ErrorCode.None, await bo.Connection.SayAsync("Eins"));
            Assert.Equal(ErrorCode.WritingTooFast, await bo.Connection.SayAsync("Zwei"));

            await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(enter: "member", notice: "Nur für Mitglieder") });
            Assert.Equal("Nur für Mitglieder", (await adas.Is("roomClosed")).Reason);
            await bos.Is("roomClosed");
            var refusal = await ada.Connection.EnterAsync("saal");
            Assert.Equal((ErrorCode.RoomNotAllowed, "Nur für Mitglieder"), (refusal.Error, refusal.Value!.Reason));
        }
        finally
        {
            await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy() });
        }
        await ada.Enter("saal");
    }

    [Fact]
    public async Task ARoomIsShutWithNotice()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var ada = await house.Enter("Ada", "saal");
        var told = new Orders(ada);
        try
        {
            await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(shutFrom: DateTimeOffset.UtcNow.AddSeconds(4), notice: "Feierabend") });
            await told.Hears(p => p.ShutFrom > 0, "it will be shut");
            Assert.Equal("Feierabend", (await told.Is("roomClosed")).Reason);
            Assert.Equal(ErrorCode.RoomShut, (await ada.Connection.EnterAsync("saal")).Error);
            await mona.WalkTo(5, 5); // who keeps order stays
        }
        finally
        {
            await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy() });
        }
    }

    [Fact]
    public async Task WarningMovingAskingAndAnnouncingReachWhomTheyAreFor()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        await using var outside = await house.Arrive("Otto");
        var (eves, ottos) = (new Orders(eve), new Orders(outside));
        await mona.Does(nameof(IHouseHub.Warn), new WarnRequest { Handle = eve.Picture.Handle, Reason = "Bitte sachlich bleiben." });
        Assert.Equal("Bitte sachlich bleiben.", (await eves.Is("warned")).Reason);
        await mona.Does(nameof(IHouseHub.MovePerson), new MovePersonRequest { Handle = eve.Picture.Handle, X = 5 * 32, Y = 6 * 32 });
        await eves.Is("moved");
        await eve.WaitUntil(p => p.Own == Position.FromTiles(5, 6), "she stands there");
        await mona.Sees(eve.Here);
        await mona.Does(nameof(IHouseHub.Mute), new MuteRequest { Handle = eve.Picture.Handle, Muted = true });
        await mona.Does(nameof(IHouseHub.AskToSpeak), new AskToSpeakRequest { Handle = eve.Picture.Handle });
        await eves.Is("askedToSpeak");
        await eves.Is("unmuted");
        await mona.Does(nameof(IHouseHub.Announce), new AnnounceRequest { Text = "Um zwölf gibt es Suppe." });
        await eve.WaitUntil(_ => eves.Announced.Contains("Um zwölf gibt es Suppe."), "the announcement is heard");
        await outside.WaitUntil(_ => ottos.Announced.Contains("Um zwölf gibt es Suppe."), "it is heard outside of rooms, too");
        await mona.MayNot(nameof(IHouseHub.Warn), new WarnRequest { Handle = eve.Picture.Handle, Reason = " " }, ErrorCode.ReasonUnusable);
        await mona.MayNot(nameof(IHouseHub.Warn), new WarnRequest { Handle = eve.Picture.Handle, Reason = new string('x', 501) }, ErrorCode.ReasonUnusable);
    }

    [Fact]
    public async Task ATextThatIsTakenBackIsTakenFromAll()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var ada = await house.Enter("Ada", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        await ada.WalkTo(6, 3);
        await eve.WalkTo(7.5, 3);
        await ada.TalksWith(eve);
        var (reads, told) = (new Listening(ada), new Orders(ada));
        await eve.Connection.SayAsync("Unfug");
        await reads.Reads("Unfug");
        var id = reads.Said.Single(s => s.Text == "Unfug").Id;
        await ada.MayNot(nameof(IHouseHub.Retract), new RetractRequest { Id = id }, ErrorCode.ModeratorsOnly);
        await mona.Does(nameof(IHouseHub.Retract), new RetractRequest { Id = id });
        await ada.WaitUntil(_ => told.Retracted.Contains(id), "the text is taken back");
        await mona.MayNot(nameof(IHouseHub.Retract), new RetractRequest { Id = 7 }, ErrorCode.TextUnknown);
        await eve.Connection.SayAsync("Verschrieben");
        await reads.Reads("Verschrieben");
        var own = reads.Said.Single(s => s.Text == "Verschrieben").Id;
        await eve.Does(nameof(IHouseHub.Retract), new RetractRequest { Id = own }); // one's own
        await ada.WaitUntil(_ => told.Retracted.Contains(own), "the text is taken back by who wrote it");
    }

    [Fact]
    public async Task SigningOutEndsTheSameSessionInEveryTab()
    {
        using var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = "Ada" });
        var token = (await browser.SignInAsync(new() { Name = "Ada" }, token: true)).Token!;
        await using var ada = await house.Arrive("Ada", token);
        await ada.Enter("saal");
        var told = new Orders(ada);
        using var other = new HttpClient { BaseAddress = house.Address };
        other.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using (await other.DeleteAsync("/api/session")) { }
        Assert.Equal((int)DisconnectCode.SessionEnded, (await told.IsSentAway()).Code);
        var refused = await Assert.ThrowsAsync<HouseRefusedException>(() => house.Arrive("Ada", token));
        Assert.Equal(ErrorCode.SessionEnded, refused.Code);
        using var gone = await other.GetAsync("/api/session");
        Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
        using var still = await browser.Http.GetAsync("/api/session"); // the other session goes on
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }
}
