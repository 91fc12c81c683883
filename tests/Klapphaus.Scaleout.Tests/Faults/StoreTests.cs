using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Faults;

/// <summary>The store goes away while 300 people stroll: they do not notice, and when it is back the house is whole again.</summary>
public sealed class StoreTests(ITestOutputHelper output)
{
    /// <summary>Nobody in the room needs the store; what is granted is for a machine on which others work as well.</summary>
    static readonly TimeSpan limit = TimeSpan.FromSeconds(2 + 3);

    static readonly DrawnHouse plans = DrawnHouse.Empty("halle", 60, 44).With("foyer", ["##########", "#..e.....#", "#........#", "##########"]);

    [Fact]
    public async Task RedisIsGoneForHalfAMinuteAndComesBack()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "all", "all");
        await using var door = new TcpProxy([.. house.Processes.Select(p => p.Address)]);
        await using var crowd = await Crowd.EnterAsync(door.Address, 300, "halle");
        var recovery = await crowd.WatchAsync(
            async () =>
            {
                await house.Redis.KillAsync();
                await Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System);
                await house.Redis.RunAsync();
            },
            TimeSpan.FromSeconds(32));
        output.WriteLine($"Redis gone for 30 s: {recovery}");
        Assert.Empty(recovery.Jumps);
        Assert.True(recovery.Together < limit && recovery.Left.Length == 0, recovery.ToString());
        await IsWholeAsync(house, crowd, output);
    }

    [Fact]
    public async Task RedisIsLostAndRestoredFromAnEarlierCopyOfItsFile()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "all", "all");
        await using var door = new TcpProxy([.. house.Processes.Select(p => p.Address)]);
        await using var crowd = await Crowd.EnterAsync(door.Address, 300, "halle");
        using var copy = new TemporaryFolder();
        house.Redis.CopyTo(copy.Path);
        await using (var late = await house.Processes[0].Enter("Zuletzt", "foyer")) // what the copy does not know
        {
            var recovery = await crowd.WatchAsync(() => house.Redis.ReplaceAsync(copy.Path), TimeSpan.FromSeconds(10));
            output.WriteLine($"Redis lost and restored: {recovery}");
            Assert.Empty(recovery.Jumps);
            Assert.True(recovery.Together < limit && recovery.Left.Length == 0, recovery.ToString());
        }
        await IsWholeAsync(house, crowd, output);
    }

    /// <summary>People come in by each process and see each other, and everybody is where everybody sees them.</summary>
    static async Task IsWholeAsync(ScaledHouse house, Crowd crowd, ITestOutputHelper output)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var ada = await house.Processes[0].EnterPatiently("Ada", "foyer", TimeSpan.FromSeconds(30));
        await using var bo = await house.Processes[1].EnterPatiently("Bo", "foyer", TimeSpan.FromSeconds(30));
        output.WriteLine($"new people are let in {clock.Elapsed.TotalSeconds:0.0} s after the store is back");
        await ada.WalkTo(6.5, 2.5);
        await bo.Sees(ada.At(6.5, 2.5));
        await crowd.AssertIsWellAsync(output);
        Assert.All(house.Processes, p => Assert.True(p.IsRunning));
    }
}
