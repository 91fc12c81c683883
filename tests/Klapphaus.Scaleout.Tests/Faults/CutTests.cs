using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Faults;

/// <summary>The line between two machines of the house is cut for 20 seconds while 300 people stroll.</summary>
public sealed class CutTests(ITestOutputHelper output)
{
    static readonly DrawnHouse plans = DrawnHouse.Empty("halle", 60, 44);
    static readonly TimeSpan cut = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task BetweenTwoSilosOneOfThemGoesOn()
    {
        using var network = new Network();
        await using var house = await ScaledHouse.OpenOnAsync(network, plans, "all", "all");
        await using var proxy = await ProxyProcess.StartAsync([.. house.Processes]);
        await using var crowd = await Crowd.EnterAsync(proxy.Address, 300, ["halle"], doors: false, proxy.Authority);
        var recovery = await crowd.WatchAsync(
            async () =>
            {
                network.Cut(1, 2);
                await Task.Delay(cut, TimeProvider.System);
                network.Heal(1, 2);
                // each thinks the other dead; the one that the store believes less ends itself and is started again, as its service manager does
                foreach (var process in house.Processes.Where(p => !p.IsRunning)) await process.StartAsync();
            },
            TimeSpan.FromSeconds(30));
        output.WriteLine($"two silos cut off from each other for 20 s: {recovery}");
        Assert.Equal("", recovery.Left);
        Assert.Empty(recovery.Jumps);
        Assert.True(recovery.Longest < TimeSpan.FromSeconds(5 + 4), recovery.ToString());
        await IsWellAsync(crowd);
    }

    [Fact]
    public async Task BetweenGatewayAndSiloItsPeopleComeInByTheOther()
    {
        using var network = new Network();
        await using var house = await ScaledHouse.OpenOnAsync(network, plans, "silo", "gateway", "gateway");
        await using var proxy = await ProxyProcess.StartAsync(house.Processes[1], house.Processes[2]);
        await using var crowd = await Crowd.EnterAsync(proxy.Address, 300, ["halle"], doors: false, proxy.Authority);
        var recovery = await crowd.WatchAsync(
            async () =>
            {
                network.Cut(1, 2);
                await Task.Delay(cut, TimeProvider.System);
                network.Heal(1, 2);
            },
            TimeSpan.FromSeconds(30));
        output.WriteLine($"a gateway cut off from the silo for 20 s: {recovery}");
        Assert.Equal("", recovery.Left);
        Assert.Empty(recovery.Jumps);
        Assert.True(recovery.Longest < TimeSpan.FromSeconds(5 + 4), recovery.ToString());
        await IsWellAsync(crowd);
    }

    async Task IsWellAsync(Crowd crowd)
    {
        await crowd.AssertIsWellAsync(output);
    }
}
