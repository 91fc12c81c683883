using System.Net;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>A visitor reports what a stand shows, a moderator answers, and the visitor reads it.</summary>
public sealed class StandReportTests(FairHouse fair) : IClassFixture<FairHouse>
{
    [Fact]
    public async Task AReportReachesTheModeratorsAndTheAnswerWhoReported()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        await bea.LayOutAsync(stand, "a1", "Leitfaden", "https://soest.example/leitfaden");
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var mona = (await fair.AsAsync("Mona", Roles.Moderator)).Browser;
        await vera.DoAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "Falsche Zahlen", Material = "a1" });
        await vera.DoAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "Werbung" });

        var beaId = (await bea.AskAsync<SessionView>(HttpMethod.Get, "/api/session")).Id;
        var reports = (await mona.Http.GetFromJsonAsync<ReportView[]>("/api/moderation/reports"))!.Where(r => r.Stand == stand).ToList();
        Assert.Equal(
            [("stand", "Vera", "Stadt Soest", "Werbung", "", "halle", beaId), ("stand", "Vera", "Stadt Soest: Leitfaden", "Falsche Zahlen", "a1", "halle", beaId)],
            reports.Select(r => (r.Kind, r.By, r.Of, r.Reason, r.Material, r.Room, r.OfMember)));
        using (var answered = await mona.Http.PostAsJsonAsync($"/api/moderation/reports/{reports[1].Number}/answer", new ReportAnswer { Text = "Ist offline.", Upheld = true })) Assert.Equal(HttpStatusCode.NoContent, answered.StatusCode);
        var mine = (await vera.AskAsync<MyDataView>(HttpMethod.Get, "/api/me")).Reports;
        Assert.Equal([("new", ""), ("upheld", "Ist offline.")], mine.Select(r => (r.State, r.Answer)));
        // the stand's team is not told by whom, nor that at all
        Assert.Empty((await bea.AskAsync<MyDataView>(HttpMethod.Get, "/api/me")).Reports);
        bea.Dispose();
    }

    [Fact]
    public async Task NobodyJudgesTheirOwnStandAndItsNameOutlastsItsOwner()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.ComeAsync("Bea", (await olga.IssueAsync(role: "moderator")).Token!);
        await bea.PublishAsync(stand, "Stadt Unna");
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        await vera.DoAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "Werbung" });
        var number = (await bea.Http.GetFromJsonAsync<ReportView[]>("/api/moderation/reports"))!.Single(r => r.Stand == stand).Number;
        using (var judged = await bea.Http.PostAsJsonAsync($"/api/moderation/reports/{number}/answer", new ReportAnswer { Text = "Nein", Upheld = false })) Assert.Equal(ErrorCode.NotAllowed, (await Browser.RefusalOf(judged)).Code);
        Assert.True((await bea.SendAsync(HttpMethod.Delete, "/api/me")).IsSuccessStatusCode);
        Assert.True((await vera.SendAsync(HttpMethod.Delete, "/api/me")).IsSuccessStatusCode);
        Assert.Equal(("-", "Stadt Unna", "-", "-"), (await olga.Http.GetFromJsonAsync<ReportView[]>("/api/moderation/reports"))!.Single(r => r.Stand == stand) is var r ? (r.By, r.Of, r.OfMember, r.Reason) : default);
        bea.Dispose();
    }

    [Fact]
    public async Task NonsenseIsRefusedWithANumber()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        foreach (var reason in new[] { null, "", "  ", new string('x', 501), "\u202E" })
            Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.ReasonUnusable), await vera.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = reason }));
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.MaterialUnknown), await vera.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "x", Material = "a9" }));
        for (var i = 0; i < 20; i++) await vera.DoAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = $"Nr. {i}" });
        Assert.Equal((HttpStatusCode.TooManyRequests, ErrorCode.TooManyReports), await vera.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "Nr. 21" }));
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest());
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.StandUnknown), await vera.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "x" }));
        bea.Dispose();
    }
}
