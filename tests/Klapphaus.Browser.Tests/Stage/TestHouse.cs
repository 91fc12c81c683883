using System.Text.Json.Nodes;
using Klapphaus.Client;
using Klapphaus.Server.Start;
using Klapphaus.Stage;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>The real house in this process, on a port and with a folder of its own, serving the real web client.</summary>
sealed class TestHouse : IAsyncDisposable
{
    readonly HouseHost host;
    readonly TemporaryFolder data;

    TestHouse(HouseHost host, TemporaryFolder data) => (this.host, this.data) = (host, data);

    public Uri Address => host.Address;

    public IServiceProvider Services => host.Services;

    /// <summary>By which an organiser comes in.</summary>
    public Uri InvitationLink => new(host.Greeting.Split().Single(word => word.Contains("#invitation=", StringComparison.Ordinal)));

    /// <param name="settings">More of the command line.</param>
    public static Task<TestHouse> OpenAsync(params string[] settings) => OpenAsync(_ => { }, settings);

    /// <summary>The house that ships, with one room for so many people.</summary>
    public static Task<TestHouse> OpenAsync(string room, int capacity) => OpenAsync(folder =>
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "house")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var settings = Path.Combine(folder, "house.json");
        var house = JsonNode.Parse(File.ReadAllText(settings))!;
        house["rooms"]!.AsArray().Single(each => (string?)each!["file"] == $"{room}.tmj")!["capacity"] = capacity;
        File.WriteAllText(settings, house.ToJsonString());
    });

    static async Task<TestHouse> OpenAsync(Action<string> furnish, params string[] settings)
    {
        var folder = new TemporaryFolder();
        furnish(Path.Combine(folder.Path, "house"));
        return new(await HouseHost.StartAsync(["--urls", "http://127.0.0.1:0", "--Klapphaus:DataPath", folder.Path, "--Logging:Console:LogLevel:Default", "None", .. settings]), folder);
    }

    /// <summary>Company without a browser: comes to the house and enters a room.</summary>
    public async Task<HouseConnection> EnterAsync(string name, string room)
    {
        var guest = await HouseConnection.ConnectAsync(new() { Address = Address, Name = name, CallTimeout = TimeSpan.FromSeconds(30) });
        var reply = await guest.EnterAsync(room);
        Assert.True(reply.Granted, $"{name} may not enter {room}: {reply.Error} {reply.Fault}");
        return guest;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }
}

/// <summary>One house for all tests that leave it as they found it.</summary>
public sealed class SharedHouse : IAsyncLifetime
{
    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Open = await TestHouse.OpenAsync();

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
