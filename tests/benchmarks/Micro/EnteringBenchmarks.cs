using BenchmarkDotNet.Attributes;
using Klapphaus.Client;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Start;
using Klapphaus.Stage;
using Klapphaus.World.Members;
using Microsoft.Extensions.DependencyInjection;
using ErrorCode = Klapphaus.Contracts.ErrorCode;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>Coming into a hall and out of it again, with all that a client is told on the way: a hall without a stand, and one with 100. The floor plan is the same.</summary>
[InvocationCount(EntriesAtOnce, unrollFactor: 1), IterationCount(20)]
public class EnteringBenchmarks
{
    /// <summary>Two calls each. A connection may call 30 times at once, and 10 times a second after that.</summary>
    const int EntriesAtOnce = 10;

    readonly TimeSpan rest = TimeSpan.FromSeconds(2.5);

    const int Places = 100;
    const int InRow = 10;

    readonly string data = Directory.CreateTempSubdirectory("klapphaus-").FullName;
    HouseHost host = null!;
    HouseConnection visitor = null!;
    int told;

    /// <summary>How many of the hall's places have a stand that everybody sees.</summary>
    [Params(0, Places)]
    public int Stands { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        Plans().WriteTo(Path.Combine(data, "house"));
        host = await HouseHost.StartAsync(["--urls", "http://127.0.0.1:0", "--Klapphaus:DataPath", data, "--Logging:Console:LogLevel:Default", "None"]);
        for (var number = 1; number <= Stands; number++) await SetUpAsync(number);
        visitor = await HouseConnection.ConnectAsync(new() { Address = host.Address, Name = "Vera" });
        visitor.StandsChanged += news => Volatile.Write(ref told, news.Stands.Length);
        for (var tries = 0; Volatile.Read(ref told) != Stands || tries < 2; tries++)
        {
            if (tries == 100) throw new InvalidOperationException($"{told} of {Stands} stands are told of: this measures something else.");
            await InAndOut();
            await Task.Delay(300);
        }
    }

    [IterationSetup]
    public void Rest() => Thread.Sleep(rest);

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await visitor.DisposeAsync();
        await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Benchmark]
    public async Task InAndOut()
    {
        await EnterAsync("hall");
        await EnterAsync("lobby");
    }

    async Task EnterAsync(string room)
    {
        if (await visitor.EnterAsync(room) is { Granted: false } refused) throw new InvalidOperationException($"{room}: {refused.Error}");
    }

    static DrawnHouse Plans()
    {
        var plans = DrawnHouse.Empty("lobby", 16, 10);
        string[] rows = ["#..e" + new string('.', (InRow * 4) - 1) + "#", .. Enumerable.Repeat("#" + new string('.', (InRow * 4) + 2) + "#", Places / InRow * 3)];
        var wall = new string('#', rows[0].Length);
        plans.With("hall", [wall, .. rows, wall], 500);
        for (var number = 1; number <= Places; number++) plans.WithStand("hall", number, 1 + ((number - 1) % InRow * 4), 2 + ((number - 1) / InRow * 3));
        return plans;
    }

    async Task SetUpAsync(int number)
    {
        var stand = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IStandGrain>($"s{number:x32}");
        Check(await stand.Create(new("olga", "Olga", Roles.Organiser, []), new("hall", $"stand-{number}")));
        var owner = new InvitationState { Id = "i", Label = "Stand", Role = Roles.Host, Issued = DateTimeOffset.UnixEpoch, Expires = DateTimeOffset.MaxValue, StandOwner = true };
        Check(await stand.Join("bea", "Bea", owner));
        var bea = new StandCaller("bea", "Bea", Roles.Host, []);
        await stand.Edit(bea, [Text("name", $"Stadt {number}"), Text("line", "Läden auf Zeit, und wer sie mietet")]);
        Check((await stand.Publish(bea, published: true)).Error);
        await host.Services.GetRequiredService<StandShelf>().ChangedAsync();
    }

    static FieldEdit Text(string field, string text) => new() { Field = field, Revision = 0, Value = new() { Text = text } };

    static void Check(ErrorCode error)
    {
        if (error != ErrorCode.None) throw new InvalidOperationException($"A stand cannot be set up: {error}");
    }
}
