using System.Net.Http.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Stands;

/// <summary>The visitor on one process, the host on another.</summary>
public sealed class BellTests
{
    const string Area = "stand-1";

    static DrawnHouse Plans => DrawnHouse.Small().WithStand("halle", 1, 6, 1);

    [Fact]
    public async Task AHostOnAnotherProcessIsCalledAndComes()
    {
        await using var house = await ScaledHouse.OpenAsync(Plans, "all", "all");
        await MeetAsync(house.Processes[0], house.Processes[1]);
    }

    [Fact]
    public async Task StandsThatLiveWhereNobodyIsConnectedCallTheirHosts()
    {
        await using var house = await ScaledHouse.OpenAsync(Plans, "silo", "gateway", "gateway");
        await MeetAsync(house.Processes[1], house.Processes[2]);
    }

    [Fact]
    public async Task AHostWhoseProcessIsKilledIsOnDutyAgainByAnother()
    {
        await using var house = await ScaledHouse.OpenAsync(Plans, "all", "all");
        var (stand, link) = await OpenStandAsync(house.Processes[0]);
        await using var bea = await ComeAsync(house.Processes[1], "Bea", link);
        await bea.Enter("foyer");
        var beas = new Told(bea);
        Assert.Equal(ErrorCode.None, await bea.Connection.StandDutyAsync(stand, true));
        await beas.Until(t => t.Desk is { OnDuty: true }, "she is on duty");
        await house.Processes[1].KillAsync();
        await using var again = await BackAsync(house.Processes[0], bea);
        var told = new Told(again);
        await told.Until(t => t.Desk is { OnDuty: true }, "she is still on duty", TimeSpan.FromSeconds(30));
        await using var vera = await ComeAsync(house.Processes[0], "Vera", null);
        await VisitAsync(vera);
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        await told.Until(t => t.Call is { Visitor: "Vera" }, "Vera rings");
    }

    [Fact]
    public async Task AVisitorIsToldWhenTheStandWasLostAndCanRingAgain()
    {
        await using var house = await ScaledHouse.OpenAsync(Plans, "silo", "gateway");
        var gateway = house.Processes[1];
        var (stand, link) = await OpenStandAsync(gateway);
        await using var bea = await ComeAsync(gateway, "Bea", link);
        await bea.Enter("foyer");
        var beas = new Told(bea);
        Assert.Equal(ErrorCode.None, await bea.Connection.StandDutyAsync(stand, true));
        await using var vera = await ComeAsync(gateway, "Vera", null);
        var veras = new Told(vera);
        await VisitAsync(vera);
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        await beas.Until(t => t.Call is not null, "Vera rings");
        await house.AddAsync("silo");
        await house.Processes[0].KillAsync();
        await veras.Until(t => t.Bell is { State: "over", End: "lost" }, "she is told", TimeSpan.FromSeconds(60));
        beas.Forget();
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        await beas.Until(t => t.Call is { Visitor: "Vera" }, "Vera rings again");
    }

    static async Task MeetAsync(HouseProcess one, HouseProcess other)
    {
        var (stand, link) = await OpenStandAsync(one);
        await using var bea = await ComeAsync(other, "Bea", link);
        await bea.Enter("foyer");
        var beas = new Told(bea);
        await using var vera = await ComeAsync(one, "Vera", null);
        var veras = new Told(vera);
        await vera.Enter("halle");
        Assert.Equal(ErrorCode.None, await bea.Connection.StandDutyAsync(stand, true));
        await veras.Until(t => t.Sign is { Staffed: true }, "the stand is staffed");
        await VisitAsync(vera);
        await beas.Until(t => t.Desk is { Count: 1, Visitors: [{ Name: "Vera" }] }, "Vera is there");
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        await beas.Until(t => t.Call is { Visitor: "Vera", Room: "halle" }, "Vera rings");
        Assert.Equal(ErrorCode.None, await bea.Connection.AnswerBellAsync(stand, beas.Call!.Request, true));
        await veras.Until(t => t.Bell is { State: "accepted", Host: "Bea" }, "Bea comes");
        await bea.Enter(beas.Call.Room);
        await bea.WalkTo(8.5, 1.5);
        await vera.TalksWith(bea);
    }

    /// <summary>Until the others know that a process is gone, what it kept cannot be reached.</summary>
    static async Task<Person> BackAsync(HouseProcess process, Person person)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await process.Arrive("Bea", person.Connection.Token);
            }
            catch (HouseRefusedException refused) when (refused.Code is ErrorCode.Unavailable && tries < 60)
            {
                await Task.Delay(500);
            }
        }
    }

    static async Task VisitAsync(Person vera)
    {
        if (vera.Picture.Room?.Id != "halle") await vera.Enter("halle");
        await vera.WalkTo(7, 2);
        await vera.WaitUntil(p => p.Talk?.Area == Area, "she is at the stand");
    }

    static async Task<Person> ComeAsync(HouseProcess process, string name, string? invitation) =>
        new(await HouseConnection.ConnectAsync(process.Options(name) with { Invitation = invitation }));

    /// <summary>A stand that everybody sees; gives the link into its team.</summary>
    static async Task<(string Stand, string Link)> OpenStandAsync(HouseProcess process)
    {
        await using var olga = await process.EnterAsOrganiser("Olga", "foyer");
        using var organiser = Http(process, olga.Connection.Token);
        var stand = (await AskAsync<StandCardView>(organiser, HttpMethod.Post, "/api/stands", new StandRequest { Room = "halle", Area = Area })).Id;
        await using var owner = await ComeAsync(process, "Otto", await LinkAsync(organiser, stand, owner: true));
        using var http = Http(process, owner.Connection.Token);
        await AskAsync<StandEditsView>(http, HttpMethod.Post, $"/api/stands/{stand}/edits", new StandEditsRequest
        {
            Edits = [new() { Field = "name", Value = new() { Text = "Stadt Soest" } }, new() { Field = "line", Value = new() { Text = "Läden auf Zeit" } }],
        });
        using (var published = await http.PutAsJsonAsync($"/api/stands/{stand}/published", new StandPublishRequest { Published = true })) published.EnsureSuccessStatusCode();
        return (stand, await LinkAsync(http, stand, owner: false));
    }

    static async Task<string> LinkAsync(HttpClient http, string stand, bool owner) =>
        (await AskAsync<StandInvitationView>(http, HttpMethod.Post, $"/api/stands/{stand}/invitations", new StandInvitationRequest
        {
            Label = "Soest", Owner = owner, Rights = owner ? null : ["staff"], Expires = TimeProvider.System.GetUtcNow().AddDays(1),
        })).Link.Split("#invitation=")[1];

    static HttpClient Http(HouseProcess process, string token)
    {
        var http = new HttpClient { BaseAddress = process.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    static async Task<T> AskAsync<T>(HttpClient http, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, body.GetType()) };
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>The last that somebody was told of each kind.</summary>
    sealed class Told
    {
        readonly Person person;

        public Told(Person person)
        {
            this.person = person;
            person.Connection.BellRang += news => Call = news;
            person.Connection.BellChanged += news => Bell = news;
            person.Connection.StandAttended += news => Desk = news;
            person.Connection.StandsChanged += news => Sign = news.Stands.FirstOrDefault();
        }

        public volatile BellRangEvent? Call;

        public volatile BellChangedEvent? Bell;

        public volatile StandAttendedEvent? Desk;

        public volatile StandSign? Sign;

        public void Forget() => Call = null;

        public Task Until(Func<Told, bool> condition, string what, TimeSpan? timeout = null) => person.WaitUntil(_ => condition(this), what, timeout);
    }
}
