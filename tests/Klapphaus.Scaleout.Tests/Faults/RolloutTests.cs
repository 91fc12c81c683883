using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Faults;

/// <summary>A new version is rolled out over two processes, one after the other, while 300 people stroll.</summary>
public sealed class RolloutTests(ITestOutputHelper output)
{
    [Fact]
    public async Task NobodyLeavesTheRoom()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Empty("halle", 60, 44), "all", "all");
        await using var proxy = await ProxyProcess.StartAsync([.. house.Processes]);
        await using var crowd = await Crowd.EnterAsync(proxy.Address, 300, ["halle"], doors: false, proxy.Authority);
        var left = 0;
        foreach (var watcher in crowd.Strollers.Take(10)) watcher.House!.PeopleChanged += news => Interlocked.Add(ref left, news.Left.Length);
        foreach (var process in house.Processes)
        {
            var recovery = await crowd.WatchAsync(
                async () =>
                {
                    Assert.Equal(0, await process.StopAsync());
                    await process.StartAsync();
                },
                TimeSpan.FromSeconds(10));
            output.WriteLine($"process {process.Address.Port} replaced: {recovery}");
            Assert.Empty(recovery.Jumps);
            Assert.Equal("", recovery.Left);
            Assert.True(recovery.Longest < TimeSpan.FromSeconds(5 + 3), recovery.ToString());
        }
        Assert.True(house.Processes.Any(p => p.LastLine("came from another machine with 300 people") > 0), "the room was not handed over");
        Assert.Equal(0, left);
        await crowd.AssertIsWellAsync(output);
    }
}
