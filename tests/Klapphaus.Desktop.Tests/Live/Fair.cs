using System.Net.Http.Json;
using System.Runtime.Versioning;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>A house with one stand, the town of Soest's, and a host for it at a desktop of her own.</summary>
[UnsupportedOSPlatform("windows")]
sealed class Fair : IAsyncDisposable
{
    public const string StandName = "Stadt Soest", Area = "stand-1", Room = "halle";

    Fair(HouseProcess house, DesktopUser user, DesktopScreen screen) => (House, User, Screen) = (house, user, screen);

    public HouseProcess House { get; }

    /// <summary>Bea, who looks after the stand.</summary>
    public DesktopUser User { get; }

    public DesktopScreen Screen { get; }

    public string Stand { get; private set; } = "";

    /// <summary>The link by which one comes into the stand's team.</summary>
    public string TeamLink { get; private set; } = "";

    public static async Task<Fair> OpenAsync(params string[] settings)
    {
        var user = new DesktopUser();
        var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand(Room, 1, 6, 1), settings);
        var fair = new Fair(house, user, await DesktopScreen.OpenAsync(user));
        await fair.SetUpAsync();
        return fair;
    }

    /// <summary>Bea signs in, chooses her stand, and has the program run in the background until the house knows that she is on duty.</summary>
    /// <param name="line">By which she reaches the house; null for the house's own address.</param>
    public async Task<DesktopProcess> StartAsync(Uri? line = null)
    {
        var link = new Uri(line ?? House.Address, new Uri(TeamLink).Fragment).AbsoluteUri;
        var signIn = await DesktopProcess.TypeAsync(User, link + "\n", "sign-in", "--name", "Bea");
        Assert.True(signIn.Code == 0, signIn.Output + signIn.Errors);
        var desk = await DesktopProcess.RunAsync(User, "desk", "on", StandName);
        Assert.True(desk.Code == 0, desk.Output + desk.Errors);
        var program = await DesktopProcess.StartAsync(User, "--background");
        await IsOnDutyAsync(program);
        return program;
    }

    public Task IsOnDutyAsync(DesktopProcess program) =>
        program.WaitUntilAsync(async () => (await DesktopProcess.RunAsync(User, "status")).Output.Contains($"Im Dienst für: {StandName}", StringComparison.Ordinal), "Bea is on duty");

    /// <summary>A visitor who stands at the stand.</summary>
    public async Task<Person> VisitAsync(string name)
    {
        var visitor = await House.Enter(name, Room);
        await visitor.WalkTo(7, 2);
        await visitor.WaitUntil(picture => picture.Talk?.Area == Area, "the visitor is at the stand", TimeSpan.FromSeconds(30));
        return visitor;
    }

    /// <summary>A visitor leaves a question at the stand.</summary>
    public async Task AskAsync(Person visitor, string question)
    {
        using var http = Http(visitor.Connection.Token);
        using var left = await http.PutAsJsonAsync($"/api/stands/{Stand}/enquiries/{Guid.NewGuid():N}", new EnquiryRequest { Question = question, CallBack = "none" });
        Assert.True(left.IsSuccessStatusCode, await left.Content.ReadAsStringAsync());
    }

    /// <summary>Whether somebody stands in the stand's area, as another in the room sees it.</summary>
    public static bool StandsAtTheStand(RoomPicture picture, string name)
    {
        if (picture.People.FirstOrDefault(person => person.Member.Name == name) is not { } there || picture.At(there.Handle) is not { } at) return false;
        return at.TileX is >= 6 and <= 9 && at.TileY is >= 1 and <= 3;
    }

    public async ValueTask DisposeAsync()
    {
        await Screen.DisposeAsync();
        await House.DisposeAsync();
        User.Dispose();
    }

    async Task SetUpAsync()
    {
        await using var olga = await House.EnterAsOrganiser("Olga", "foyer");
        using var organiser = Http(olga.Connection.Token);
        Stand = (await AskAsync<StandCardView>(organiser, "/api/stands", new StandRequest { Room = Room, Area = Area })).Id;
        var invitation = Text(await LinkAsync(organiser, owner: true));
        await using var owner = new Person(await HouseConnection.ConnectAsync(new() { Address = House.Address, Name = "Otto", Invitation = invitation }));
        using var http = Http(owner.Connection.Token);
        await AskAsync<StandEditsView>(http, $"/api/stands/{Stand}/edits", new StandEditsRequest
        {
            Edits = [new() { Field = "name", Value = new() { Text = StandName } }, new() { Field = "line", Value = new() { Text = "Läden auf Zeit" } }],
        });
        using (var published = await http.PutAsJsonAsync($"/api/stands/{Stand}/published", new StandPublishRequest { Published = true })) published.EnsureSuccessStatusCode();
        TeamLink = $"{House.Address.AbsoluteUri}#invitation={Text(await LinkAsync(http, owner: false))}";
    }

    async Task<string> LinkAsync(HttpClient http, bool owner) =>
        (await AskAsync<StandInvitationView>(http, $"/api/stands/{Stand}/invitations", new StandInvitationRequest
        {
            Label = "Soest", Owner = owner, Rights = owner ? null : ["staff", "enquiries"], Expires = TimeProvider.System.GetUtcNow().AddDays(1),
        })).Link;

    static string Text(string link) => link.Split("#invitation=")[1];

    HttpClient Http(string token)
    {
        var http = new HttpClient { BaseAddress = House.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    static async Task<T> AskAsync<T>(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsync(path, JsonContent.Create(body, body.GetType()));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }
}
