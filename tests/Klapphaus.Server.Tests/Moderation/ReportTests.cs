using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Conversations;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>Somebody is bothered and helps themselves; somebody was wronged, sees why, and objects.</summary>
public sealed class ReportTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task AReportTakesAlongWhatTheReporterChoseAndCouldRead()
    {
        await using var ada = await house.Enter("Ada", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        await using var bo = await house.Enter("Bo", "saal");
        await ada.WalkTo(6, 3);
        await eve.WalkTo(7.5, 3);
        await ada.TalksWith(eve);
        await bo.WalkTo(15, 6);
        var (adas, bos) = (new Listening(ada), new Listening(bo));
        await eve.Connection.SayAsync("Das ist gemein");
        await eve.Connection.SayAsync("Und das auch");
        await adas.Reads("Und das auch");
        await eve.Connection.SayToAsync(bo.Picture.Handle, "Nur für Bo");
        await bos.Reads("Nur für Bo");
        long[] texts = [adas.Said.Single(s => s.Text == "Das ist gemein").Id, bos.Said.Single(s => s.Text == "Nur für Bo").Id];

        await ada.Does(nameof(IHouseHub.Report), new ReportRequest { Handle = eve.Picture.Handle, Reason = "Beleidigung am Tisch", Texts = texts });
        await ada.MayNot(nameof(IHouseHub.Report), new ReportRequest { Handle = eve.Picture.Handle, Reason = "" }, ErrorCode.ReasonUnusable);
        await ada.MayNot(nameof(IHouseHub.Report), new ReportRequest { Handle = ada.Picture.Handle, Reason = "Ich" }, ErrorCode.PersonUnknown);

        using var organiser = await Organiser();
        var report = (await organiser.Http.GetFromJsonAsync<ReportView[]>("/api/moderation/reports"))!.First(r => r.Reason == "Beleidigung am Tisch");
        Assert.Equal(("new", "Ada", "Eve", "saal", eve.Id), (report.State, report.By, report.Of, report.Room, report.OfMember));
        Assert.Equal(["Das ist gemein"], report.Texts.Select(t => t.Text)); // what one could not read one cannot report

        await Post(organiser, $"/api/moderation/reports/{report.Number}/take", new { });
        await Post(organiser, $"/api/moderation/reports/{report.Number}/answer", new ReportAnswer { Text = "Wir haben mit Eve gesprochen.", Upheld = true });
        var own = await MyData(ada);
        Assert.Equal(("upheld", "Wir haben mit Eve gesprochen.", ""), own.Reports.Select(r => (r.State, r.Answer, r.OfMember)).Single());
        Assert.Empty((await MyData(eve)).Reports); // who is reported is not told by whom
    }

    [Fact]
    public async Task WhoWasModeratedSeesWhyObjectsOnceAndIsAnswered()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Warn), new WarnRequest { Handle = eve.Picture.Handle, Reason = "Zu laut" });
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Immer noch zu laut", Minutes = 60 });
        using var me = Bearer(eve);
        var data = (await me.GetFromJsonAsync<MyDataView>("/api/me"))!; // who is banned has a right to know, too
        Assert.Equal([("bannedFromHouse", "Immer noch zu laut", "Mona"), ("warned", "Zu laut", "Mona")], data.Moderation.Select(l => (l.Deed, l.Reason, l.By)));
        Assert.Equal("Immer noch zu laut", data.Ban!.Reason);

        var line = data.Moderation[0];
        var objection = new ObjectionRequest { Room = line.Room, At = line.At, Number = line.Number, Reason = "Das war jemand anders" };
        for (var i = 0; i < 2; i++)
            using (var sent = await me.PostAsJsonAsync("/api/me/objections", objection)) Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        using (var foreign = await me.PostAsJsonAsync("/api/me/objections", objection with { Number = 999 })) Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        using var organiser = await Organiser();
        var report = Assert.Single((await organiser.Http.GetFromJsonAsync<ReportView[]>("/api/moderation/reports"))!, r => r.Reason == "Das war jemand anders");
        Assert.Equal(("objection", "bannedFromHouse"), (report.Kind, report.Line!.Deed));
        await Post(organiser, $"/api/moderation/reports/{report.Number}/answer", new ReportAnswer { Text = "Entschuldigung.", Upheld = true });
        data = (await me.GetFromJsonAsync<MyDataView>("/api/me"))!;
        Assert.Equal(("upheld", "Entschuldigung."), data.Reports.Select(r => (r.State, r.Answer)).Single());
    }

    [Fact]
    public async Task TheLogTellsWhoDidWhatToWhomAndWhy()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var eve = await house.Enter("Eva Log", "saal");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Mute), new MuteRequest { Handle = eve.Picture.Handle, Muted = true });
        await mona.Does(nameof(IHouseHub.Expel), new ExpelRequest { Handle = eve.Picture.Handle, Reason = "Genug" });
        using var organiser = await Organiser();
        var lines = (await organiser.Http.GetFromJsonAsync<LogLineView[]>("/api/moderation/log?room=saal"))!.Where(l => l.Of == "Eva Log").ToList();
        Assert.Equal([("removed", "Mona", "Genug"), ("muted", "Mona", "")], lines.Select(l => (l.Deed, l.By, l.Reason)));
        Assert.True(lines[0].Number > lines[1].Number);
    }

    [Fact]
    public async Task WhoIsBlockedNeitherMeetsNorReachesTheOther()
    {
        await using var ada = await house.Enter("Ada", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        await ada.WalkTo(6, 3);
        await eve.WalkTo(7.5, 3);
        await ada.TalksWith(eve);
        await ada.Does(nameof(IHouseHub.Block), new BlockRequest { Member = eve.Id, Blocked = true });
        await ada.TalksWithNobody();
        await eve.TalksWithNobody();
        Assert.Equal(ErrorCode.NotAllowed, await eve.Connection.SayToAsync(ada.Picture.Handle, "Warum?"));
        await eve.WalkTo(8, 5);
        await eve.WalkTo(7, 3);

        // remembered in the next room and by the next connection
        await using var again = await house.Arrive("Ada", ada.Connection.Token);
        await again.Enter("saal");
        Assert.Equal(ErrorCode.NotAllowed, await eve.Connection.SayToAsync(again.Picture.Handle, "Und jetzt?"));
        await eve.TalksWithNobody();
        var data = await MyData(again);
        Assert.Equal([(eve.Id, "Eve")], data.Blocked.Select(b => (b.Member, b.Name)));

        using var me = Bearer(again);
        using (var released = await me.DeleteAsync($"/api/me/blocked/{eve.Id}")) Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        Assert.Equal(ErrorCode.None, await eve.Connection.SayToAsync(again.Picture.Handle, "Danke"));
    }

    [Fact]
    public async Task AtATableNeitherReadsNorSignalsTheOther()
    {
        await using var ada = await house.Enter("Ada", "saal");
        await using var eve = await house.Enter("Eve", "saal");
        await ada.Does(nameof(IHouseHub.Block), new BlockRequest { Member = eve.Id, Blocked = true });
        await ada.WalkTo(15, 2);
        await eve.WalkTo(17, 2);
        await ada.WaitUntil(p => p.Talk?.People.Length == 2, "both sit at the table");
        var (adas, eves) = (new Listening(ada), new Listening(eve));
        Assert.Equal(ErrorCode.NotAllowed, await eve.Connection.AskAsync(nameof(IHouseHub.Signal), new SignalRequest { To = ada.Picture.Handle, Signal = "x" }));
        await eve.Connection.SayAsync("Hallo Ada");
        await eves.Reads("Hallo Ada"); // what one writes comes back to oneself
        await ada.Connection.SayAsync("Selbstgespräch");
        await adas.Reads("Selbstgespräch");
        Assert.DoesNotContain(adas.Said, s => s.Text == "Hallo Ada");
        Assert.DoesNotContain(eves.Said, s => s.Text == "Selbstgespräch");
        Assert.All(ada.Picture.Talk!.People.Where(p => p.Handle != ada.Picture.Handle), p => Assert.False(p.Sound || p.Heard));
    }

    async Task<Browser> Organiser()
    {
        var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        return browser;
    }

    HttpClient Bearer(Person person)
    {
        var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.Connection.Token);
        return http;
    }

    async Task<MyDataView> MyData(Person person)
    {
        using var me = Bearer(person);
        return (await me.GetFromJsonAsync<MyDataView>("/api/me"))!;
    }

    static async Task Post(Browser browser, string path, object body)
    {
        using var answer = await browser.Http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
