using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Start;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Microsoft.Extensions.Configuration;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>A long ban of the house holds at once, and for longer than a day only when a second moderator has confirmed it.</summary>
public sealed class FourEyesTests(FourEyesHouse strict, SmallHouse usual) : IClassFixture<FourEyesHouse>, IClassFixture<SmallHouse>
{
    readonly TestHouse house = strict.Open;
    readonly TestHouse other = usual.Open;

    [Fact]
    public async Task ABanForGoodHoldsAtOnceButForADayOnlyAndWhoIsBannedReadsThat()
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await mona.Knows(eve);
        var told = new Orders(eve);
        await Bans(mona, eve, minutes: 0);
        var news = await told.IsSentAway();
        Assert.Equal(((int)DisconnectCode.Banned, true), (news.Code, news.Provisional));
        IsADayFromNow(DateTimeOffset.FromUnixTimeMilliseconds(news.Until));
        Assert.Equal(ErrorCode.Banned, (await Assert.ThrowsAsync<HouseRefusedException>(() => house.Arrive("Eve", eve.Connection.Token))).Code);

        using var own = Bearer(house, eve);
        var data = (await own.GetFromJsonAsync<MyDataView>("/api/me"))!;
        Assert.True(data.Ban is { Waits: true, Own: false, Pronounced: null });
        IsADayFromNow(data.Ban!.Until!.Value);
        using var refused = await own.PostAsJsonAsync("/api/session", new SessionRequest { Name = "Eve" });
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.True(problem.RootElement.GetProperty("provisional").GetBoolean());
        IsADayFromNow(problem.RootElement.GetProperty("until").GetDateTimeOffset());
    }

    [Fact]
    public async Task WhoPronouncedItCannotConfirmItAndSomebodyElseCan()
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        await using var eve = await house.Enter("Eva Lang", "foyer");
        await mona.Knows(eve);
        await Bans(mona, eve, minutes: 3 * 24 * 60);
        using var first = Bearer(house, mona);
        using var second = await ModeratorAsync("Max");
        Assert.True(await BanOf(first, eve) is { Waits: true, Own: true });
        var waiting = (await BanOf(second, eve))!;
        Assert.True(waiting is { Waits: true, Own: false });
        IsADayFromNow(waiting.Until!.Value);

        Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.OwnBan), await ConfirmAsync(first, eve));
        using var ofARoom = BearerOf(house, (await house.SignInAs("Rosa", Roles.Moderator, "foyer")).Token);
        Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.ModeratorsOnly), await ConfirmAsync(ofARoom, eve));
        Assert.True((await BanOf(second, eve))!.Waits);

        Assert.Equal((HttpStatusCode.NoContent, ErrorCode.None), await ConfirmAsync(second, eve));
        var confirmed = (await BanOf(first, eve))!;
        Assert.False(confirmed.Waits);
        Assert.Equal(waiting.Pronounced, confirmed.Until);
        Assert.InRange(confirmed.Until!.Value - confirmed.Since, TimeSpan.FromHours(71.9), TimeSpan.FromHours(72.1));
        using var own = Bearer(house, eve);
        Assert.Equal(confirmed.Until, (await own.GetFromJsonAsync<MyDataView>("/api/me"))!.Ban!.Until); // the member itself is kept out for as long
        Assert.Equal((HttpStatusCode.Conflict, ErrorCode.BanNotWaiting), await ConfirmAsync(second, eve));
        Assert.Equal([("bannedFromHouse", "Mona"), ("confirmedBan", "Max")], await DeedsAsync(second, eve));
    }

    [Fact]
    public async Task WhatIsDeclinedIsTakenBackAtOnce()
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        await using var eve = await house.Enter("Eva Frei", "foyer");
        await mona.Knows(eve);
        await Bans(mona, eve, minutes: 0);
        using var second = await ModeratorAsync("Max");
        using (var declined = await second.DeleteAsync($"/api/moderation/bans/{eve.Id}")) Assert.Equal(HttpStatusCode.NoContent, declined.StatusCode);
        Assert.Null(await BanOf(second, eve));
        Assert.Equal((HttpStatusCode.Conflict, ErrorCode.BanNotWaiting), await ConfirmAsync(second, eve));
        Assert.Equal([("bannedFromHouse", "Mona"), ("declinedBan", "Max")], await DeedsAsync(second, eve));
        Assert.Equal(ErrorCode.SessionEnded, (await Assert.ThrowsAsync<HouseRefusedException>(() => house.Arrive("Eva Frei", eve.Connection.Token))).Code); // not banned: she may sign in again
    }

    [Fact]
    public async Task WhoPronouncedItMayTakeItBackAndThatDeclinesNothing()
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        await using var eve = await house.Enter("Eva Kurz", "foyer");
        await mona.Knows(eve);
        await Bans(mona, eve, minutes: 0);
        using var first = Bearer(house, mona);
        using (var lifted = await first.DeleteAsync($"/api/moderation/bans/{eve.Id}")) Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        Assert.Equal([("bannedFromHouse", "Mona"), ("pardonedInHouse", "Mona")], await DeedsAsync(first, eve));
    }

    [Fact]
    public async Task NobodyConfirmsABanOfTheirOwnRank()
    {
        await using var olga = await house.EnterAs("Olga", Roles.Organiser, "foyer");
        await using var mia = await house.EnterAs("Mia", Roles.Moderator, "foyer");
        await olga.Knows(mia);
        await Bans(olga, mia, minutes: 0);
        using var moderator = await ModeratorAsync("Max");
        Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.ModeratorsOnly), await ConfirmAsync(moderator, mia));
        using var organiser = BearerOf(house, (await house.SignInAs("Otto", Roles.Organiser)).Token);
        Assert.Equal((HttpStatusCode.NoContent, ErrorCode.None), await ConfirmAsync(organiser, mia));
        Assert.Null((await BanOf(organiser, mia))!.Until);
    }

    [Theory]
    [InlineData(24 * 60, false)]
    [InlineData(24 * 60 + 1, true)]
    public async Task OnlyWhatIsLongerThanADayWaits(int minutes, bool waits)
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await mona.Knows(eve);
        await Bans(mona, eve, minutes);
        using var first = Bearer(house, mona);
        Assert.Equal(waits, (await BanOf(first, eve))!.Waits);
    }

    [Fact]
    public async Task ABanOfOneRoomWaitsForNobody()
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, Reason = "Nicht hier", Minutes = 0 });
        using var first = Bearer(house, mona);
        var rules = (await first.GetFromJsonAsync<RoomRulesView>("/api/moderation/rooms/foyer"))!;
        Assert.True(Assert.Single(rules.Bans, b => b.Member == eve.Id) is { Waits: false, Until: null });
    }

    [Fact]
    public async Task WhereTheHouseDoesNotWantItABanHoldsAsItIsPronounced()
    {
        await using var mona = await other.EnterAs("Mona", Roles.Moderator, "foyer");
        await using var eve = await other.Enter("Eve", "foyer");
        await mona.Knows(eve);
        var told = new Orders(eve);
        await Bans(mona, eve, minutes: 0);
        var news = await told.IsSentAway();
        Assert.Equal((0, false), (news.Until, news.Provisional));
        using var second = BearerOf(other, (await other.SignInAs("Max", Roles.Moderator)).Token);
        Assert.True(await BanOf(second, eve) is { Waits: false, Until: null });
        Assert.Equal((HttpStatusCode.Conflict, ErrorCode.BanNotWaiting), await ConfirmAsync(second, eve));
    }

    [Fact]
    public async Task ClientsAreToldWhetherTheHouseWantsIt()
    {
        Assert.True(await IsOn(house));
        Assert.False(await IsOn(other));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void TheSettingIsOffUnlessItIsTurnedOn(string? value, bool isOn) => Assert.Equal(isOn, Read(value).FourEyes);

    [Fact]
    public void ASettingThatCannotBeIsSaid()
    {
        var fault = Assert.Throws<StartFault>(() => Read("vielleicht"));
        Assert.Contains("Klapphaus:FourEyes", fault.Message, StringComparison.Ordinal);
        Assert.Contains("true", fault.Message, StringComparison.Ordinal);
    }

    static HouseOptions Read(string? value)
    {
        Dictionary<string, string?> settings = [];
        if (value is not null) settings["Klapphaus:FourEyes"] = value;
        return HouseOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    static async Task<bool> IsOn(TestHouse house)
    {
        using var browser = new Browser(house.Address);
        return (await browser.Http.GetFromJsonAsync<JsonElement>("/api/house")).GetProperty("fourEyes").GetBoolean();
    }

    static Task Bans(Person by, Person whom, int minutes) =>
        by.Does(nameof(IHouseHub.Ban), new BanRequest { Member = whom.Id, House = true, Reason = "Störung", Minutes = minutes });

    static void IsADayFromNow(DateTimeOffset end)
    {
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(end, now.AddHours(23.9), now.AddHours(24.1));
    }

    static async Task<(HttpStatusCode, ErrorCode)> ConfirmAsync(HttpClient by, Person whom)
    {
        using var answer = await by.PostAsJsonAsync($"/api/moderation/bans/{whom.Id}/confirm", new { });
        return (answer.StatusCode, answer.IsSuccessStatusCode ? ErrorCode.None : (await Browser.RefusalOf(answer)).Code);
    }

    static async Task<BanView?> BanOf(HttpClient reader, Person whom) =>
        (await reader.GetFromJsonAsync<BanView[]>("/api/moderation/bans"))!.SingleOrDefault(b => b.Member == whom.Id);

    /// <summary>What was done to somebody of a name that nobody else has, and by whom.</summary>
    static async Task<IEnumerable<(string Deed, string By)>> DeedsAsync(HttpClient reader, Person whom) =>
        (await reader.GetFromJsonAsync<LogLineView[]>("/api/moderation/log"))!.Where(l => l.Of == whom.Name).Reverse().Select(l => (l.Deed, l.By));

    async Task<HttpClient> ModeratorAsync(string name) => BearerOf(house, (await house.SignInAs(name, Roles.Moderator)).Token);

    static HttpClient Bearer(TestHouse house, Person person) => BearerOf(house, person.Connection.Token);

    static HttpClient BearerOf(TestHouse house, string token)
    {
        var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
