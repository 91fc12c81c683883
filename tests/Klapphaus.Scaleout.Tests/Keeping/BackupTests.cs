using System.Diagnostics;
using System.IO.Compression;
using Klapphaus.Client;
using Klapphaus.Scaleout.Tests.Stage;
using Klapphaus.Server.Store;
using StackExchange.Redis;

namespace Klapphaus.Scaleout.Tests.Keeping;

/// <summary>What is in a backup, and that it comes back: onto another Redis, and between Redis and the embedded store.</summary>
public sealed class BackupTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task BackupUnderLoadHasEverybodyAndASettledOneEveryByte()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all");
        await PutStrangeThingsAsync(house.Redis.Store.GetDatabase());
        var people = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => house.Processes[i % 2].Enter($"Gast {i}", "foyer")));
        using var evening = new CancellationTokenSource();
        var changes = people.Select(p => ChangeRoomsAsync(p, evening.Token)).ToList();
        string[] source = ["--ConnectionStrings:redis", house.Redis.ConnectionString, "--Klapphaus:DataPath", house.Processes[0].DataPath];
        var clock = Stopwatch.StartNew();
        await RunAsync(["backup", File("busy.zip"), .. source]);
        var took = clock.Elapsed;
        await evening.CancelAsync();
        var changed = (await Task.WhenAll(changes)).Sum();
        TestContext.Current.TestOutputHelper?.WriteLine($"backed up in {took.TotalSeconds:0.0} s while 20 people changed rooms {changed} times; {new FileInfo(File("busy.zip")).Length} bytes");
        Assert.True(changed > 0);

        await Contents.SettleAsync(house.Redis.Store);
        await RunAsync(["backup", File("settled.zip"), .. source]);
        var settled = await Contents.OfAsync(house.Redis.Store);
        foreach (var person in people) Assert.Contains(settled.Keys, k => k.Contains("/avatar/", StringComparison.Ordinal) && k.Contains(person.Id, StringComparison.Ordinal));
        Assert.Contains("klapphaus/keys", settled.Keys);

        await using var second = await RedisProcess.StartAsync();
        await RestoreAsync("settled.zip", second);
        Assert.Equal(settled, await Contents.OfAsync(second.Store));

        // of the busy one all that does not move is the same, and everybody is in it, in a room that there is
        await using var third = await RedisProcess.StartAsync();
        await RestoreAsync("busy.zip", third);
        var busy = await Contents.OfAsync(third.Store);
        Assert.Equal(settled.Keys, busy.Keys);
        Assert.Equal(settled.Where(e => !e.Key.Contains("/avatar/", StringComparison.Ordinal)), busy.Where(e => !e.Key.Contains("/avatar/", StringComparison.Ordinal)));

        // into an embedded store, and out of it again
        var data = File("embedded");
        await RunAsync(["restore", File("settled.zip"), "--ConnectionStrings:redis", "", "--Klapphaus:DataPath", data]);
        await using (var embedded = await KeepingStore.OpenToReadAsync(null, data)) Assert.Equal(settled, await Contents.OfAsync(embedded.Connection));
        Assert.Equal(
            await System.IO.File.ReadAllBytesAsync(Path.Combine(house.Processes[0].DataPath, "house", "halle.tmj")),
            await System.IO.File.ReadAllBytesAsync(Path.Combine(data, "house", "halle.tmj")));
        await Task.WhenAll(people.Select(p => p.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task HouseMovesFromItsEmbeddedStoreToARedisWhileItRunsAndPeopleStaySignedIn()
    {
        await using var old = await HouseProcess.StartAsync(DrawnHouse.Small());
        await using var ada = await old.Enter("Ada", "halle");
        await using var bo = await old.Enter("Bo", "foyer");
        await RunAsync(["backup", File("b.zip"), "--Klapphaus:DataPath", old.DataPath]);
        await ada.WalkTo(5, 2); // the house goes on
        AssertPrivate(File("b.zip"));
        AssertPrivate(Path.Combine(old.DataPath, "store.address"));
        Assert.Equal(0, await old.StopAsync());
        Assert.False(System.IO.File.Exists(Path.Combine(old.DataPath, "store.address")));

        var redis = await RedisProcess.StartAsync();
        await RestoreAsync("b.zip", redis);
        await using (var stopped = await KeepingStore.OpenToReadAsync(null, old.DataPath))
            Assert.Equal(await Contents.OfAsync(stopped.Connection), await Contents.OfAsync(redis.Store));

        await using var moved = await ScaledHouse.OpenAsync(DrawnHouse.Small(), redis, "all");
        await using var again = new Person(await HouseConnection.ConnectAsync(moved.Processes[0].Options("Ada") with { Token = ada.Connection.Token }));
        Assert.Equal((ada.Id, "Ada", "halle"), (again.Id, again.Name, again.Connection.StillIn));
    }

    [Fact]
    public async Task BackupOfAHouseThatWasKilledIsTheSameAsOfOneThatRuns()
    {
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        await using var ada = await house.Enter("Ada", "halle");
        await RunAsync(["backup", File("running.zip"), "--Klapphaus:DataPath", house.DataPath]);
        await house.KillAsync();
        await RunAsync(["backup", File("killed.zip"), "--Klapphaus:DataPath", house.DataPath]);
        Assert.Equal(Lines("running.zip"), Lines("killed.zip"));
        Assert.Contains(Lines("killed.zip"), l => l.Contains(ada.Id, StringComparison.Ordinal) && l.Contains("\"json\":{", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RestoreIsRefusedWhereSomethingIsOrAHouseRuns()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "silo", "gateway");
        string[] target = ["--ConnectionStrings:redis", house.Redis.ConnectionString, "--Klapphaus:DataPath", house.Processes[0].DataPath];
        await RunAsync(["backup", File("b.zip"), .. target]);
        var before = await Contents.OfAsync(house.Redis.Store);
        await RefusedAsync(["restore", File("b.zip"), "--replace", .. target], "Ein Klapphaus läuft");
        await house.Processes[0].KillAsync();
        await RefusedAsync(["restore", File("b.zip"), "--replace", .. target], "Ein Klapphaus läuft"); // the gateway, still
        await house.Processes[1].KillAsync();

        await house.Redis.Store.GetDatabase().StringSetAsync("klapphaus/later", "than the backup");
        await RefusedAsync(["restore", File("b.zip"), .. target], "nicht leer");
        Assert.True(await house.Redis.Store.GetDatabase().KeyExistsAsync("klapphaus/later"));
        await house.Redis.Store.GetDatabase().StringSetAsync("somebody/else", "uses this Redis, too");
        await RunAsync(["restore", File("b.zip"), "--replace", .. target]);
        before["somebody/else"] = (await Contents.OfAsync(house.Redis.Store))["somebody/else"];
        Assert.Equal(before, await Contents.OfAsync(house.Redis.Store));

        await using var other = await HouseProcess.StartAsync(DrawnHouse.Small());
        await RefusedAsync(["restore", File("b.zip"), "--replace", "--Klapphaus:DataPath", other.DataPath], "wird schon von einem anderen Klapphaus benutzt");
        await RefusedAsync(["backup", File("b.zip"), "--Klapphaus:DataPath", other.DataPath], "gibt es schon");
        await RefusedAsync(["backup", File("c.zip"), "--Klapphaus:DataPath", File("nowhere")], "ist kein Klapphaus");
    }

    [Fact]
    public async Task HouseDoesNotOpenOnWhatWasPutBackInPart()
    {
        await using var redis = await RedisProcess.StartAsync();
        await redis.Store.GetDatabase().StringSetAsync("klapphaus/restoring", "2026-01-01");
        await RefusedAsync(["--urls", "http://127.0.0.1:0", "--Klapphaus:DataPath", File("d"), "--ConnectionStrings:redis", redis.ConnectionString], "restore DATEI.zip --replace");
    }

    /// <summary>Kinds and bytes that grains do not store today.</summary>
    static async Task PutStrangeThingsAsync(IDatabase store)
    {
        await store.SortedSetAddAsync("klapphaus/reminders", [new("[\"a\",\"b\"]", 0), new("später", 1.5), new("ende", double.PositiveInfinity)]);
        await store.SetAddAsync("klapphaus/set", [new byte[] { 0, 255, 13, 10 }, "", "{ \"with\": \"blanks\" }", "{\"broken\":"]);
        await store.StringSetAsync("klapphaus/long", new string('ä', 300_000));
        await store.ListRightPushAsync("klapphaus/list", ["b", "a", "{\"x\":1.000,\"x\":\"\u2028\"}", "{\n}", "b"]);
        await store.StringSetAsync("klapphaus/later", "gone in a week", TimeSpan.FromDays(7));
    }

    static async Task<int> ChangeRoomsAsync(Person person, CancellationToken end)
    {
        var count = 0;
        while (!end.IsCancellationRequested)
        {
            if ((await person.Connection.EnterAsync(count % 2 == 0 ? "halle" : "foyer", CancellationToken.None)).Granted) count++;
            else await Task.Delay(100, CancellationToken.None); // on a quick machine the budget of calls says no now and then
        }
        return count;
    }

    string File(string name) => Path.Combine(folder.Path, name);

    SortedSet<string> Lines(string backup)
    {
        using var zip = ZipFile.OpenRead(File(backup));
        using var lines = new StreamReader(zip.GetEntry("store.jsonl")!.Open());
        return new(lines.ReadToEnd().Split('\n'), StringComparer.Ordinal);
    }

    static void AssertPrivate(string file)
    {
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
    }

    Task RestoreAsync(string backup, RedisProcess target) =>
        RunAsync(["restore", File(backup), "--ConnectionStrings:redis", target.ConnectionString, "--Klapphaus:DataPath", File("data of " + target.ConnectionString.Split(':')[1])]);

    static async Task RunAsync(string[] arguments)
    {
        var (code, output, errors) = await HouseProcess.RunAsync(arguments);
        Assert.True(code == 0 && errors.Length == 0, $"{arguments[0]} ended with {code}: {output} {errors}");
    }

    static async Task RefusedAsync(string[] arguments, string why)
    {
        var (code, output, errors) = await HouseProcess.RunAsync(arguments);
        Assert.True(code == 1, $"{arguments[0]} ended with {code}: {output} {errors}");
        Assert.Contains(why, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
