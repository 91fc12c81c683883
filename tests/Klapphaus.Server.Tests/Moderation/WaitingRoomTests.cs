using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>Moderators let people in one by one, and nobody gets round them.</summary>
public sealed class WaitingRoomTests(WaitingRoomTests.TwoRooms shared) : IClassFixture<WaitingRoomTests.TwoRooms>, IAsyncLifetime
{
    /// <summary>The small house, and a room for sessions.</summary>
    public sealed class TwoRooms : IAsyncLifetime
    {
        internal TestHouse Open { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Open = await TestHouse.OpenAsync(DrawnHouse.Small().With("saal", ["########", "#..e...#", "#......#", "#......#", "########"]));

        public ValueTask DisposeAsync() => Open.DisposeAsync();
    }

    const string Words = "Die Sitzung beginnt um zehn. Bitte haben Sie Geduld.";
    readonly TestHouse house = shared.Open;
    readonly HttpClient desk = new() { BaseAddress = shared.Open.Address };
    Person mona = null!;

    public async ValueTask InitializeAsync()
    {
        mona = await house.EnterAs("Mona", Roles.Moderator, "saal");
        desk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", mona.Connection.Token);
        await SetPolicy(waits: true);
    }

    public async ValueTask DisposeAsync()
    {
        await SetPolicy(waits: false);
        await mona.DisposeAsync();
        desk.Dispose();
    }

    [Fact]
    public async Task WhoAsksIsLetInAndMayComeBack()
    {
        var told = new Orders(mona);
        await using var ada = await house.Enter("Ada", "foyer");
        var refused = await ada.Connection.EnterAsync("saal");
        Assert.Equal((ErrorCode.RoomWaiting, Words), (refused.Error, refused.Value?.Reason));
        Assert.Equal("foyer", ada.Picture.Room!.Id);

        var called = CallTo(ada);
        Assert.True((await Waits(ada)).Asks);
        Assert.Equal("Ada", (await told.Is("somebodyWaits")).Reason);
        Assert.Equal(["Ada"], (await WhoAsks()).Select(a => a.Name));
        Assert.Equal(ErrorCode.RoomWaiting, (await ada.Connection.EnterAsync("saal")).Error); // asking is not being let in
        Assert.Equal(HttpStatusCode.NoContent, await Decide(HttpMethod.Put, ada.Id));
        var call = await called.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("saal", false), (call.Room, call.TurnedAway));
        await ada.Enter("saal");
        Assert.Empty(await WhoAsks());

        await ada.Enter("foyer");
        await ada.Enter("saal");
        await mona.Does(nameof(IHouseHub.Expel), new ExpelRequest { Handle = ada.Picture.Handle, Reason = "Pause" });
        await ada.WaitUntil(p => p.Room is null, "she is out");
        Assert.Equal(ErrorCode.RoomWaiting, (await ada.Connection.EnterAsync("saal")).Error);
    }

    [Fact]
    public async Task WhoIsTurnedAwayIsToldAndMayAskAgain()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        var called = CallTo(bo);
        await Waits(bo);
        Assert.Equal(HttpStatusCode.NoContent, await Decide(HttpMethod.Delete, bo.Id));
        var call = await called.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("saal", true), (call.Room, call.TurnedAway));
        Assert.Equal(ErrorCode.RoomWaiting, (await bo.Connection.EnterAsync("saal")).Error);
        Assert.Equal(HttpStatusCode.NotFound, await Decide(HttpMethod.Put, bo.Id)); // it does not ask any more
        Assert.True((await Waits(bo)).Asks);
        Assert.Equal(["Bo"], (await WhoAsks()).Select(a => a.Name));
        await bo.Connection.StopWaitingAsync();
        Assert.Empty(await WhoAsks());
        var log = (await desk.GetFromJsonAsync<LogLineView[]>("/api/moderation/log?room=saal"))!;
        Assert.Contains(log, line => (line.Deed, line.By, line.Of) == ("turnedAway", "Mona", "Bo"));
    }

    [Fact]
    public async Task WhoIsInsideStaysWhenItIsPutUpAndWhoAskedComesInWhenItIsTakenDown()
    {
        await SetPolicy(waits: false);
        await using var ada = await house.Enter("Ada", "saal");
        await SetPolicy(waits: true);
        await using var again = await house.Arrive("Ada", ada.Connection.Token); // a second tab
        await again.Enter("saal");
        await using var bo = await house.Enter("Bo", "foyer");
        var called = CallTo(bo);
        await Waits(bo);
        await SetPolicy(waits: false);
        Assert.False((await called.WaitAsync(TimeSpan.FromSeconds(30))).TurnedAway);
        await bo.Enter("saal");
        await bo.Knows(again);
    }

    [Fact]
    public async Task OnlyModeratorsOfTheRoomSeeWhoAsksAndDecide()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await Waits(bo);
        foreach (var (role, rooms) in new[] { (Roles.Visitor, Array.Empty<string>()), (Roles.Host, []), (Roles.Moderator, ["foyer"]) })
        {
            using var other = new HttpClient { BaseAddress = house.Address };
            other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await house.SignInAs("Cora", role, rooms)).Token);
            using var seen = await other.GetAsync("/api/moderation/rooms/saal");
            using var letIn = await other.PutAsync($"/api/moderation/rooms/saal/waiting/{bo.Id}", null);
            using var turnedAway = await other.DeleteAsync($"/api/moderation/rooms/saal/waiting/{bo.Id}");
            Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [seen.StatusCode, letIn.StatusCode, turnedAway.StatusCode]);
        }
        Assert.Equal(["Bo"], (await WhoAsks()).Select(a => a.Name));
    }

    [Fact]
    public async Task WhoLosesTheLineNoLongerAsks()
    {
        var bo = await house.Enter("Bo", "foyer");
        await Waits(bo);
        await bo.DisposeAsync();
        for (var i = 0; i < 400 && (await WhoAsks()).Length > 0; i++) await Task.Delay(25);
        Assert.Empty(await WhoAsks());
    }

    [Fact]
    public async Task EverybodyIsLetInAtOnce()
    {
        var people = new List<Person>();
        foreach (var name in new[] { "Ada", "Bo", "Cem" })
        {
            people.Add(await house.Enter(name, "foyer"));
            await Waits(people[^1]);
        }
        Assert.Equal(["Ada", "Bo", "Cem"], (await WhoAsks()).Select(a => a.Name));
        using var all = await desk.PutAsync("/api/moderation/rooms/saal/waiting", null);
        Assert.Equal(HttpStatusCode.NoContent, all.StatusCode);
        Assert.Empty(await WhoAsks());
        foreach (var person in people)
        {
            await person.Enter("saal");
            await person.DisposeAsync();
        }
    }

    [Fact]
    public async Task TheEndOfAnEarlierTabDoesNotEndTheWaitingOfTheLaterOne()
    {
        var first = await house.Enter("Ada", "foyer");
        await Waits(first);
        await using var second = await house.Arrive("Ada", first.Connection.Token);
        await second.Enter("foyer");
        Assert.True((await Waits(second)).Asks);
        await first.WaitUntil(_ => first.Connection.State.IsFinal, "the first tab has ended");
        await first.DisposeAsync();
        await second.Connection.LeaveAsync(); // whatever the end of the first has done is done by now
        Assert.Equal(["Ada"], (await WhoAsks()).Select(a => a.Name));
        Assert.Equal(HttpStatusCode.NoContent, await Decide(HttpMethod.Put, second.Id));
        await second.Enter("saal");
    }

    [Fact]
    public async Task AModeratorWhoComesLaterHearsThatSomebodyWaits()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await Waits(bo);
        await using var max = await house.Arrive("Max", (await house.SignInAs("Max", Roles.Moderator)).Token);
        var told = new Orders(max);
        await max.Enter("saal");
        Assert.Equal("Bo", (await told.Is("somebodyWaits")).Reason);
    }

    [Fact]
    public async Task WhoMayNotBeInTheRoomAnywayIsNotLetInByAModeratorsMistake()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await Waits(bo);
        var called = CallTo(bo);
        await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(enter: "member") with { WaitingRoom = true } });
        Assert.Equal(HttpStatusCode.Forbidden, await Decide(HttpMethod.Put, bo.Id));
        Assert.True((await called.WaitAsync(TimeSpan.FromSeconds(30))).TurnedAway);
        Assert.Equal(ErrorCode.RoomNotAllowed, (await bo.Connection.EnterAsync("saal")).Error);
    }

    Task SetPolicy(bool waits) => mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest
    {
        Policy = Asking.Policy(notice: waits ? Words : "") with { WaitingRoom = waits },
    });

    async Task<AskingView[]> WhoAsks() => (await desk.GetFromJsonAsync<RoomRulesView>("/api/moderation/rooms/saal"))!.Asking;

    async Task<HttpStatusCode> Decide(HttpMethod method, string member)
    {
        using var request = new HttpRequestMessage(method, $"/api/moderation/rooms/saal/waiting/{member}");
        using var answer = await desk.SendAsync(request);
        return answer.StatusCode;
    }

    static async Task<WaitResult> Waits(Person person)
    {
        var reply = await person.Connection.WaitAsync("saal");
        Assert.Equal(ErrorCode.None, reply.Error);
        return reply.Value!;
    }

    static Task<PlaceFreeEvent> CallTo(Person person)
    {
        var call = new TaskCompletionSource<PlaceFreeEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        person.Connection.PlaceFree += news => call.TrySetResult(news);
        return call.Task;
    }
}
