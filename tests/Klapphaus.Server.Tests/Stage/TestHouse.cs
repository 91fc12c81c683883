using System.Text.RegularExpressions;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Members;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Start;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>The real house in this process, on a port of its own, with a store and a folder of its own.</summary>
sealed partial class TestHouse : IAsyncDisposable
{
    readonly HouseHost host;
    readonly TemporaryFolder data;

    TestHouse(HouseHost host, TemporaryFolder data) => (this.host, this.data) = (host, data);

    public Uri Address => host.Address;

    /// <summary>What the operator gives to an organiser.</summary>
    public string Invitation => InvitationLink().Match(host.Greeting).Groups["token"].Value;

    public IServiceProvider Services => host.Services;

    public string PlansFolder => Path.Combine(data.Path, "house");

    /// <param name="plans">The rooms; those that ship when null.</param>
    /// <param name="settings">More of the command line.</param>
    public static Task<TestHouse> OpenAsync(DrawnHouse? plans, params string[] settings) => OpenAsync(plans, parts: null, settings);

    /// <param name="plans">As above.</param>
    /// <param name="parts">Parts that stand in for the house's own.</param>
    /// <param name="settings">As above.</param>
    public static async Task<TestHouse> OpenAsync(DrawnHouse? plans, Action<IServiceCollection>? parts, params string[] settings)
    {
        var folder = new TemporaryFolder();
        plans?.WriteTo(Path.Combine(folder.Path, "house"));
        string[] line = ["--urls", "http://127.0.0.1:0", "--Klapphaus:DataPath", folder.Path, "--Logging:Console:LogLevel:Default", "None", .. settings];
        return new(await HouseHost.StartAsync(line, services =>
        {
            // tests stand still together, for seconds, on a machine on which others work as well: nobody has gone for that
            services.Configure<SiloMessagingOptions>(o => (o.ResponseTimeout, o.SystemResponseTimeout) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)));
            services.Configure<ClusterMembershipOptions>(o => o.NumMissedProbesLimit = 20);
            parts?.Invoke(services);
        }), folder);
    }

    public HouseClientOptions Options(string name, string? token = null) => new()
    {
        Address = Address,
        Name = name,
        Token = token,
        CallTimeout = TimeSpan.FromSeconds(30),
        ShortestPause = TimeSpan.FromMilliseconds(50),
        LongestPause = TimeSpan.FromMilliseconds(500),
    };

    /// <summary>Comes to the house and says Hello, without entering a room.</summary>
    public Task<Person> Arrive(string name, string? token = null) => Person.ComeAsync(Options(name, token));

    /// <summary>Comes by a connection in the background, which only wants to be reached.</summary>
    public Task<Person> Reach(string name, string? token = null) => Person.ComeAsync(Options(name, token) with { Background = true });

    /// <summary>A token for somebody with a role.</summary>
    public async Task<(string Id, string Token)> SignInAs(string name, string role, params string[] rooms)
    {
        var caller = new Caller(Guid.NewGuid().ToString("N"), name, "", role) { Rooms = rooms };
        var (view, _) = await Services.GetRequiredService<SignIn>().OpenAsync(new DefaultHttpContext(), caller, token: true);
        return (caller.Id, view!.Token!);
    }

    /// <summary>Somebody with a role, in a room.</summary>
    public async Task<Person> EnterAs(string name, string role, string room)
    {
        var person = await Arrive(name, (await SignInAs(name, role)).Token);
        await person.Enter(room);
        return person;
    }

    /// <summary>The organiser, in a room.</summary>
    public async Task<Person> EnterAsOrganiser(string name, string room)
    {
        var person = new Person(await HouseConnection.ConnectAsync(Options(name) with { Invitation = Invitation }));
        await person.Enter(room);
        return person;
    }

    public async Task<Person> Enter(string name, string room)
    {
        var person = await Arrive(name);
        await person.Enter(room);
        return person;
    }

    public async Task<RawClient> EnterRaw(string name, string room, int? receiveBuffer = null)
    {
        var raw = await ArriveRaw(name, receiveBuffer);
        var answer = await raw.AskAsync<EnterResult>(nameof(IHouseHub.Enter), new EnterRequest { Room = room });
        Assert.Equal(0, answer.Error);
        return raw;
    }

    public async Task<RawClient> ArriveRaw(string name, int? receiveBuffer = null, bool background = false)
    {
        var raw = await RawClient.ConnectAsync(Address, await SignIn(name), receiveBuffer);
        var answer = await raw.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version, Background = background });
        Assert.Equal(0, answer.Error);
        return raw;
    }

    /// <summary>A token for a new guest.</summary>
    public async Task<string> SignIn(string name)
    {
        using var browser = new Browser(Address);
        return (await browser.SignInAsync(new() { Name = name }, token: true)).Token!;
    }

    /// <summary>Where everybody in a room is, as this process's feed has it.</summary>
    public Dictionary<string, Position> Truth(string room)
    {
        var residents = host.Services.GetRequiredService<RoomFeeds>().Find(room)!.Residents();
        return residents.ToDictionary(r => r.Person.Member, r => new Position(AvatarState.X(r.Known), AvatarState.Y(r.Known)));
    }

    /// <summary>Closes the house as its operator does.</summary>
    public async ValueTask DisposeAsync()
    {
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await host.WaitForShutdownAsync();
        await host.DisposeAsync();
        data.Dispose();
    }

    [GeneratedRegex(@"#invitation=(?<token>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InvitationLink();
}
