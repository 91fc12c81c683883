using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.House;

/// <summary>A connection in the background: it only wants to be reached, and lives beside the window of the same person.</summary>
public sealed class BackgroundTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    /// <summary>What it may ask. A method that is added to the hub has to be decided on here as well as in the house.</summary>
    static readonly string[] allowed = [nameof(IHouseHub.Hello), nameof(IHouseHub.StandDuty), nameof(IHouseHub.AnswerBell), nameof(IHouseHub.EndTalk)];

    /// <summary>What nobody waits for an answer to.</summary>
    static readonly string[] ignored = [nameof(IHouseHub.Move), nameof(IHouseHub.Type)];

    static readonly string[] refused =
    [
        nameof(IHouseHub.Enter), nameof(IHouseHub.Leave), nameof(IHouseHub.Wait), nameof(IHouseHub.StopWaiting),
        nameof(IHouseHub.SetAvailability), nameof(IHouseHub.Say), nameof(IHouseHub.React), nameof(IHouseHub.RaiseHand), nameof(IHouseHub.SetTopic),
        nameof(IHouseHub.CloseConversation), nameof(IHouseHub.Knock), nameof(IHouseHub.AnswerKnock), nameof(IHouseHub.LeaveConversation), nameof(IHouseHub.Listen),
        nameof(IHouseHub.Lead), nameof(IHouseHub.Follow), nameof(IHouseHub.GiveWord), nameof(IHouseHub.Mute), nameof(IHouseHub.RemoveFromConversation),
        nameof(IHouseHub.SendMedia), nameof(IHouseHub.Signal),
        nameof(IHouseHub.MuteAll), nameof(IHouseHub.HideCamera), nameof(IHouseHub.AskToSpeak), nameof(IHouseHub.Warn), nameof(IHouseHub.MovePerson),
        nameof(IHouseHub.Expel), nameof(IHouseHub.Ban), nameof(IHouseHub.SetPolicy), nameof(IHouseHub.Announce), nameof(IHouseHub.Retract), nameof(IHouseHub.Block),
        nameof(IHouseHub.Report),
        nameof(IHouseHub.OfferCard), nameof(IHouseHub.DeclineCards), nameof(IHouseHub.RingBell), nameof(IHouseHub.LeaveBell),
    ];

    readonly TestHouse house = shared.Open;

    static System.Reflection.MethodInfo[] Methods => [.. typeof(IHouseHub).GetInterfaces().SelectMany(i => i.GetMethods())];

    public static TheoryData<string> Names => [.. Methods.Select(m => m.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void EachMethodOfTheHubIsDecidedOn() =>
        Assert.Equal(Methods.Select(m => m.Name).Order(StringComparer.Ordinal), allowed.Concat(ignored).Concat(refused).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatNeedsARoomOrAnAvatarIsRefused(string name)
    {
        await using var eve = await house.ArriveRaw("Eve", background: true);
        var arguments = Methods.Single(m => m.Name == name).GetParameters()
            .Select(p => p.ParameterType == typeof(int) ? 64 : p.ParameterType == typeof(HelloRequest) ? new HelloRequest { Protocol = Protocol.Version, Background = true } : RuntimeHelpers.GetUninitializedObject(p.ParameterType));
        var answer = await eve.CallAsync<AskResult>(name, [.. arguments]);
        var code = (answer.Result as AskResult)?.Error;
        if (allowed.Contains(name)) Assert.NotEqual((int)ErrorCode.BackgroundConnection, code);
        else if (ignored.Contains(name)) Assert.Null(answer.Error ?? answer.Result);
        else if (code is null) Assert.Contains($"{(int)ErrorCode.BackgroundConnection}", answer.Error, StringComparison.Ordinal); // it has no other answer
        else Assert.Equal((int)ErrorCode.BackgroundConnection, code);
        Assert.Equal((int)ErrorCode.StandUnknown, (await eve.AskAsync<AskResult>(nameof(IHouseHub.EndTalk), new EndTalkRequest { Stand = "" })).Error); // and it is still there
    }

    [Fact]
    public async Task ItLivesBesideTheWindowAndTakesNothingFromIt()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        var ada = await house.Enter("Ada", "foyer");
        await ada.WalkTo(8, 2);
        await using var program = await house.Reach("Ada", ada.Connection.Token);
        Assert.Equal(ada.Id, program.Id);
        Assert.Null(program.Connection.StillIn);
        await ada.WalkTo(10, 2);
        await bo.Sees(ada.At(10, 2));
        Assert.Single(bo.Picture.People, p => p.Member.Id == ada.Id);

        // another tab takes over from the window, and the program stays
        await using var tab = await house.Arrive("Ada", ada.Connection.Token);
        await ada.WaitUntil(_ => ada.Connection.State.Code == DisconnectCode.TakenOver, "the first tab is told");
        await tab.Enter("foyer");
        await tab.WalkTo(8, 2);
        await bo.Sees(tab.At(8, 2));
        await tab.DisposeAsync();
        await bo.Misses(tab);
        Assert.Equal((ConnectionStatus.Connected, 0L), (program.Connection.State.Status, program.Connection.Traffic.Reconnects));
        await ada.DisposeAsync();
    }

    [Fact]
    public async Task WhoIsOnlyReachedIsSeenNowhere()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var program = await house.Reach("Ada");
        Assert.Equal(ErrorCode.BackgroundConnection, (await program.Connection.EnterAsync("foyer")).Error);
        Assert.Equal(ErrorCode.BackgroundConnection, (await program.Connection.WaitAsync("foyer")).Error);
        Assert.True((await program.Connection.InvokeRawAsync<object>(nameof(IHouseHub.Move), [128, 96, Protocol.Standing])).Granted); // not even refused
        await bo.WalkTo(5, 2);
        Assert.DoesNotContain(bo.Picture.People, p => p.Member.Id == program.Id);
        Assert.Null(program.Picture.Room);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatAConnectionHasSaidFirstItStays(bool background)
    {
        await using var eve = await house.ArriveRaw("Eve", background: background);
        var again = await eve.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version, Background = !background });
        Assert.Equal((int)ErrorCode.Malformed, again.Error);
        var enters = await eve.AskAsync<EnterResult>(nameof(IHouseHub.Enter), new EnterRequest { Room = "foyer" });
        Assert.Equal(background ? ErrorCode.BackgroundConnection : ErrorCode.None, (ErrorCode)enters.Error);
        Assert.Equal(0, (await eve.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version, Background = background })).Error); // is it still there?
    }

    [Fact]
    public async Task OfFourOfOneMemberTheOldestGoesAndTheWindowStays()
    {
        await using var window = await house.Enter("Ada", "foyer");
        List<Person> programs = [];
        for (var i = 0; i < 3; i++) programs.Add(await house.Reach("Ada", window.Connection.Token));
        await using var stranger = await house.Reach("Bo");
        programs.Add(await house.Reach("Ada", window.Connection.Token));
        await programs[0].WaitUntil(_ => programs[0].Connection.State == new ConnectionState(ConnectionStatus.SentAway, DisconnectCode.TakenOver), "the oldest is sent away");
        await window.WalkTo(8, 2);
        Assert.All(programs.Skip(1).Append(window).Append(stranger), p => Assert.Equal(ConnectionStatus.Connected, p.Connection.State.Status));
        foreach (var program in programs) await program.DisposeAsync();
    }

    [Fact]
    public async Task BesideThreeProgramsAWindowStillMovesToAnotherTab()
    {
        await using var first = await house.Enter("Ada", "foyer");
        List<Person> programs = [];
        for (var i = 0; i < 3; i++) programs.Add(await house.Reach("Ada", first.Connection.Token));
        await using var tab = await house.Arrive("Ada", first.Connection.Token); // the fifth connection, which is as many as one member has
        await tab.Enter("foyer");
        await first.WaitUntil(_ => first.Connection.State.Code == DisconnectCode.TakenOver, "the first tab is told");
        await tab.WalkTo(8, 2);
        Assert.All(programs.Append(tab), p => Assert.Equal((ConnectionStatus.Connected, 0L), (p.Connection.State.Status, p.Connection.Traffic.Reconnects)));
        foreach (var program in programs) await program.DisposeAsync();
    }

    [Fact]
    public async Task WhatAllAreToldItIsToldToo()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        await using var program = await house.Reach("Ada");
        var told = new Orders(program);
        await mona.Does(nameof(IHouseHub.Announce), new AnnounceRequest { Text = "Um zwölf gibt es Suppe" });
        await program.WaitUntil(_ => told.Announced is ["Um zwölf gibt es Suppe"], "it is announced");
        await program.WaitUntil(_ => program.Connection.Rooms.Single(r => r.Id == "foyer").People > 0, "the rooms fill");
    }

    [Fact]
    public async Task ABanEndsItAndItIsToldAtHelloLikeAnyOther()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        var token = await house.SignIn("Eve");
        await using var program = await house.Reach("Eve", token);
        var told = new Orders(program);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = program.Id, House = true, Reason = "Störung", Minutes = 60 });
        var news = await told.IsSentAway();
        Assert.Equal(((int)DisconnectCode.Banned, false, "Störung"), (news.Code, news.ComeBack, news.Reason));

        foreach (var background in new[] { true, false })
        {
            await using var again = await RawClient.ConnectAsync(house.Address, token);
            var hello = await again.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version, Background = background });
            Assert.Equal(((int)ErrorCode.Banned, "Störung", news.Until, false), (hello.Error, hello.Reason, hello.Until, hello.Provisional));
            Assert.Equal((int)ErrorCode.HelloMissing, (await again.AskAsync<AskResult>(nameof(IHouseHub.StandDuty), new StandDutyRequest { Stand = "", On = true })).Error);
        }
    }

    [Fact]
    public async Task SigningOutEndsItAndNotTheOtherSession()
    {
        using var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = "Ada" });
        var tokens = new[] { (await browser.SignInAsync(new() { Name = "Ada" }, token: true)).Token!, (await browser.SignInAsync(new() { Name = "Ada" }, token: true)).Token! };
        await using var window = await house.Arrive("Ada", tokens[0]);
        await window.Enter("foyer");
        await using var program = await house.Reach("Ada", tokens[1]);
        using var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens[1]);
        using (await http.DeleteAsync("/api/session")) { }
        await program.WaitUntil(_ => program.Connection.State.Code == DisconnectCode.SessionEnded, "the program is signed out");
        await window.WalkTo(8, 2);
        Assert.Equal(ConnectionStatus.Connected, window.Connection.State.Status);
        Assert.Equal(ErrorCode.SessionEnded, (await Assert.ThrowsAsync<HouseRefusedException>(() => house.Reach("Ada", tokens[1]))).Code);
    }
}
