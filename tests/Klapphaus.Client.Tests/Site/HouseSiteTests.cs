using Klapphaus.Contracts;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Klapphaus.Client.Tests;

/// <summary>What a program asks of the house by HTTP, and what it is told when that is refused, lost or nonsense.</summary>
public sealed class HouseSiteTests
{
    const string Stand = "s0123456789abcdef0123456789abcdef", Act = "0123456789abcdef0123456789abcdef";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Func<HttpContext, Task> Json(object value) => http => http.Response.WriteAsJsonAsync(value, value.GetType(), http.RequestAborted);

    static Func<HttpContext, Task> Status(int status, string type = "text/plain", string body = "") => http =>
    {
        http.Response.StatusCode = status;
        if (body.Length == 0) return Task.CompletedTask;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body, http.RequestAborted);
    };

    static Func<HttpContext, Task> Refusal(int status, ErrorCode code, params StandFaultView[] faults) => http =>
        Results.Problem(statusCode: status, title: code.ToString(), detail: "Das geht nicht.", extensions: [new("code", (int)code), new("faults", faults)]).ExecuteAsync(http);

    [Fact]
    public async Task EachRequestSaysWhoAsksAndInWhichLanguage()
    {
        await using var house = await SiteHouse.OpenAsync(Json(new SessionView { Id = "ada", Name = "Ada", Affiliation = "", Role = "visitor" }));
        using var site = house.Site(language: "en");
        var reply = await site.SessionAsync(Cancellation);
        Assert.Equal((ErrorCode.None, "Ada"), (reply.Error, reply.Value?.Name));
        Assert.Equal(("GET", "/api/session", "Bearer token of Ada", "en", ""), Assert.Single(house.Asked));
    }

    [Fact]
    public async Task AStandIsReadWithItsMaterials()
    {
        var material = new StandMediumView { Id = "a1", Text = "Leitfaden für Plätze", File = "", Link = "https://koeln.example/", Language = "de" };
        var view = new StandView
        {
            Id = Stand, Room = "halle", Area = "stand-7", Name = "Stadt Köln", Line = "Läden auf Zeit", Html = "<p>Grüße</p>", Logo = "", LogoText = "", Accent = "", AccentText = "",
            Hours = "", Contact = "", ContactLink = "", Topics = [], Challenges = [], Solutions = [], Pictures = [], Videos = [], Materials = [material], State = "open", Reason = "",
            MayEdit = false, MayPublish = false, MayNameHosts = false, MayModerate = false, MayReadEnquiries = false, MayStaff = false, MaySeeFigures = false,
        };
        await using var house = await SiteHouse.OpenAsync(Json(view));
        using var site = house.Site();
        var reply = await site.StandAsync(Stand, Cancellation);
        Assert.True(reply.Granted);
        Assert.Equal(("Stadt Köln", "Leitfaden für Plätze"), (reply.Value?.Name, reply.Value?.Materials[0].Text));
        Assert.Equal($"/api/stands/{Stand}", Assert.Single(house.Asked).Path);
    }

    [Fact]
    public async Task ASearchSaysWhatIsLookedForAndFromWhere()
    {
        await using var house = await SiteHouse.OpenAsync(Status(500));
        using var site = house.Site();
        await site.FindStandsAsync(new() { Words = "Läden & Plätze", Room = "halle", Kind = "material", Staffed = true, Near = ("halle", new(320, 64)), Nearest = true, Skip = 20 }, Cancellation);
        await site.FindStandsAsync(new(), Cancellation);
        Assert.Equal(
            ["/api/stands/search?take=20&q=L%C3%A4den%20%26%20Pl%C3%A4tze&room=halle&kind=material&staffed=true&near=halle%2C320%2C64&nearest=true&skip=20", "/api/stands/search?take=20"],
            house.Asked.Select(asked => asked.Path));
    }

    [Fact]
    public async Task WhatIsDoneGoesToTheRightPlaceWithTheRightWords()
    {
        await using var house = await SiteHouse.OpenAsync(Status(204));
        using var site = house.Site();
        var shown = new CardPreviewView { Card = new(), Fields = ["name"], Wording = "w1", German = "", English = "", Seal = "s1" };
        Assert.True((await site.LeaveQuestionAsync(Stand, Act, new() { Question = "Wie?", CallBack = "none" }, Cancellation)).Granted);
        Assert.True((await site.TakeQuestionBackAsync(Stand, Act, Cancellation)).Granted);
        Assert.True((await site.TakeAlongAsync(Stand, "a1", Cancellation)).Granted);
        Assert.True((await site.TakeOutAsync(Stand, "a1", Cancellation)).Granted);
        Assert.True((await site.EmptyBagAsync(Cancellation)).Granted);
        Assert.True((await site.HandCardAsync(Stand, Act, shown, Cancellation)).Granted);
        Assert.True((await site.TakeCardBackAsync(Stand, Act, Cancellation)).Granted);
        Assert.True((await site.TakeCardBackAsync(Act, Cancellation)).Granted);
        Assert.Equal(
            [
                ("PUT", $"/api/stands/{Stand}/enquiries/{Act}"), ("DELETE", $"/api/me/stands/{Stand}/enquiries/{Act}"), ("POST", "/api/bag"), ("DELETE", $"/api/bag/items/{Stand}/a1"),
                ("DELETE", "/api/bag"), ("PUT", $"/api/stands/{Stand}/cards/{Act}"), ("DELETE", $"/api/me/stands/{Stand}/cards/{Act}"), ("DELETE", $"/api/me/cards/given/{Act}"),
            ],
            house.Asked.Select(asked => (asked.Method, asked.Path)));
        var bodies = house.Asked.Select(asked => asked.Body).ToList();
        Assert.Equal("""{"question":"Wie?","callBack":"none","reach":null}""", bodies[0]);
        Assert.Equal($$"""{"stand":"{{Stand}}","material":"a1"}""", bodies[2]);
        Assert.Equal("""{"fields":["name"],"wording":"w1","seal":"s1"}""", bodies[5]);
    }

    [Fact]
    public async Task WhatModeratorsDoGoesToTheRightPlace()
    {
        await using var house = await SiteHouse.OpenAsync(Status(204));
        using var site = house.Site();
        Assert.True((await site.LetAllInAsync("halle 1", Cancellation)).Granted);
        Assert.True((await site.LetInAsync("halle 1", "bo", Cancellation)).Granted);
        Assert.True((await site.TurnAwayAsync("halle 1", "bo", Cancellation)).Granted);
        Assert.True((await site.ConfirmBanAsync("bo", Cancellation)).Granted);
        Assert.True((await site.PardonAsync("bo", Cancellation)).Granted);
        Assert.True((await site.PardonAsync("halle 1", "bo", Cancellation)).Granted);
        Assert.True((await site.TakeReportAsync(12, Cancellation)).Granted);
        Assert.True((await site.AnswerReportAsync(12, new() { Text = "Danke", Upheld = true }, Cancellation)).Granted);
        const string room = "/api/moderation/rooms/halle%201";
        Assert.Equal(
            [
                ("PUT", $"{room}/waiting"), ("PUT", $"{room}/waiting/bo"), ("DELETE", $"{room}/waiting/bo"), ("POST", "/api/moderation/bans/bo/confirm"),
                ("DELETE", "/api/moderation/bans/bo"), ("DELETE", $"{room}/bans/bo"), ("POST", "/api/moderation/reports/12/take"), ("POST", "/api/moderation/reports/12/answer"),
            ],
            house.Asked.Select(asked => (asked.Method, asked.Path)));
        Assert.Equal("""{"text":"Danke","upheld":true}""", house.Asked.Last().Body);
    }

    [Fact]
    public async Task WhoAsksToBeLetInIsReadWithTheRules()
    {
        var policy = new PolicyView { Enter = "visitor", Speak = "visitor", Camera = "visitor", Screen = "visitor", Write = "visitor", Knock = "visitor", WaitingRoom = true };
        var asking = new AskingView { Member = "bo", Name = "Bo", Affiliation = "Köln", Role = "visitor", Since = DateTimeOffset.UnixEpoch };
        await using var house = await SiteHouse.OpenAsync(Json(new RoomRulesView { Policy = policy, Bans = [], Restraints = [], Asking = [asking] }));
        using var site = house.Site();
        var reply = await site.RoomRulesAsync("halle", Cancellation);
        Assert.Equal(asking, Assert.Single(reply.Value?.Asking ?? []));
        Assert.Equal(policy, reply.Value?.Policy);
    }

    [Fact]
    public async Task WhatAnIdSaysLeadsNowhereElse()
    {
        await using var house = await SiteHouse.OpenAsync(Status(404));
        using var site = house.Site();
        await site.StandAsync("../me?x=1#y", Cancellation);
        Assert.Equal("/api/stands/..%2Fme%3Fx%3D1%23y", Assert.Single(house.Asked).Path);
    }

    [Fact]
    public async Task ARefusalHasItsNumberItsSentenceAndWhatIsWrong()
    {
        var fault = new StandFaultView { Field = "reach", Code = 3, German = "Das ist keine Adresse.", English = "This is no address." };
        await using var house = await SiteHouse.OpenAsync(Refusal(422, ErrorCode.EnquiryUnusable, fault));
        using var site = house.Site();
        var reply = await site.LeaveQuestionAsync(Stand, Act, new() { Question = "Wie?" }, Cancellation);
        Assert.Equal((ErrorCode.EnquiryUnusable, "Das geht nicht."), (reply.Error, reply.Fault));
        Assert.Equal(fault, Assert.Single(reply.Value?.Faults ?? []));
        var read = await site.StandAsync(Stand, Cancellation);
        Assert.Equal((ErrorCode.EnquiryUnusable, null), (read.Error, read.Value));
    }

    [Theory]
    [InlineData(401, ErrorCode.SignInNeeded)]
    [InlineData(403, ErrorCode.Unexpected)]
    [InlineData(429, ErrorCode.Unavailable)]
    [InlineData(502, ErrorCode.Unavailable)]
    public async Task AProxysOwnPageIsReadByItsStatus(int status, ErrorCode error)
    {
        await using var house = await SiteHouse.OpenAsync(Status(status, "text/html", "<html>Nein</html>"));
        using var site = house.Site();
        Assert.Equal(error, (await site.BagAsync(Cancellation)).Error);
    }

    [Fact]
    public async Task WhatIsGrantedAndUnreadableIsUnexpected()
    {
        await using var house = await SiteHouse.OpenAsync(Status(200, "text/html", "<html>Willkommen im WLAN</html>"));
        using var site = house.Site();
        Assert.Equal(ErrorCode.Unexpected, (await site.BagAsync(Cancellation)).Error);
        house.Answer = Status(200, "application/json", "null");
        Assert.Equal(ErrorCode.Unexpected, (await site.BagAsync(Cancellation)).Error);
    }

    [Fact]
    public async Task NobodyIsLedToAnotherHouseWithTheToken()
    {
        await using var other = await SiteHouse.OpenAsync(Status(204));
        await using var house = await SiteHouse.OpenAsync(http =>
        {
            http.Response.Redirect(other.Address.AbsoluteUri);
            return Task.CompletedTask;
        });
        using var site = house.Site();
        Assert.Equal(ErrorCode.Unexpected, (await site.BagAsync(Cancellation)).Error);
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task AHouseThatIsSilentIsUnavailableAfterTheTimeForACall()
    {
        await using var house = await SiteHouse.OpenAsync(http => Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted));
        using var site = house.Site(TimeSpan.FromSeconds(0.5));
        Assert.Equal(ErrorCode.Unavailable, (await site.BagAsync(Cancellation)).Error);
    }

    [Fact]
    public async Task WhoeverGivesUpIsNotAnswered()
    {
        await using var house = await SiteHouse.OpenAsync(http => Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted));
        using var site = house.Site();
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = site.BagAsync(given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task AFileIsWrittenAsItComesAndKeepsItsName()
    {
        var content = new byte[300_000];
        new Random(7).NextBytes(content);
        await using var house = await SiteHouse.OpenAsync(http => Results.Bytes(content, "application/pdf", "Leitfaden für Plätze.pdf").ExecuteAsync(http));
        using var site = house.Site();
        using var target = new MemoryStream();
        var reply = await site.DownloadFileAsync("f1", target, Cancellation);
        Assert.Equal(new SiteFile("Leitfaden für Plätze.pdf", content.Length), reply.Value);
        Assert.Equal(content, target.ToArray());
        Assert.Equal("/api/files/f1", Assert.Single(house.Asked).Path);
    }

    [Fact]
    public async Task AFileThatBreaksOffOrFallsSilentIsUnavailable()
    {
        await using var house = await SiteHouse.OpenAsync(async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.Body.WriteAsync(new byte[100], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
        });
        using var site = house.Site(TimeSpan.FromSeconds(1));
        Assert.Equal(ErrorCode.Unavailable, (await site.DownloadBagAsync(Stream.Null, Cancellation)).Error);
        house.Answer = async http =>
        {
            await http.Response.Body.WriteAsync(new byte[100], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        };
        Assert.Equal(ErrorCode.Unavailable, (await site.DownloadBagAsync(Stream.Null, Cancellation)).Error);
    }

    [Fact]
    public async Task AFileThatIsRefusedWritesNothing()
    {
        await using var house = await SiteHouse.OpenAsync(Refusal(404, ErrorCode.FileUnknown));
        using var site = house.Site();
        using var target = new MemoryStream();
        Assert.Equal(ErrorCode.FileUnknown, (await site.DownloadFileAsync("f1", target, Cancellation)).Error);
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public async Task AFullDiskIsNoSilentHouse()
    {
        await using var house = await SiteHouse.OpenAsync(http => Results.Bytes(new byte[10]).ExecuteAsync(http));
        using var site = house.Site();
        await Assert.ThrowsAsync<IOException>(() => site.DownloadFileAsync("f1", new FullDisk(), Cancellation));
    }

    [Fact]
    public void EachActIsOneOfItsOwn()
    {
        var act = HouseSite.NewAct();
        Assert.Matches("^[0-9a-f]{32}$", act);
        Assert.NotEqual(act, HouseSite.NewAct());
    }

    sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("No space left on device");
    }
}
