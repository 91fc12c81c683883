using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Faults;

/// <summary>A process of the house dies without a word while 300 people stroll in one room.</summary>
public sealed class KilledTests(ITestOutputHelper output)
{
    const int People = 300;

    /// <summary>What is demanded of the house, and what a test machine that others use as well is granted on top of it.</summary>
    static readonly TimeSpan limit = TimeSpan.FromSeconds(5 + 3);

    static readonly DrawnHouse plans = DrawnHouse.Empty("halle", 60, 44);

    [Fact]
    public async Task TheSiloThatHoldsTheRoomDies()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "silo", "silo", "gateway");
        await using var crowd = await Crowd.EnterAsync(house.Processes[2].Address, People, "halle");
        var holder = await house.HolderOfAsync("halle");
        var recovery = await crowd.WatchAsync(holder.KillAsync, TimeSpan.FromSeconds(12));
        await JudgeAsync(crowd, recovery, "silo killed");
    }

    [Fact]
    public async Task AProcessWithRoomAndPeopleDies()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "all", "all");
        await using var door = new TcpProxy([.. house.Processes.Select(p => p.Address)]);
        await using var crowd = await Crowd.EnterAsync(door.Address, People, "halle");
        var holder = await house.HolderOfAsync("halle");
        var recovery = await crowd.WatchAsync(holder.KillAsync, TimeSpan.FromSeconds(12));
        await JudgeAsync(crowd, recovery, "process with room and people killed");
    }

    [Fact]
    public async Task AGatewayDies()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "silo", "gateway", "gateway");
        await using var door = new TcpProxy(house.Processes[1].Address, house.Processes[2].Address);
        await using var crowd = await Crowd.EnterAsync(door.Address, People, "halle");
        var recovery = await crowd.WatchAsync(house.Processes[1].KillAsync, TimeSpan.FromSeconds(8));
        await JudgeAsync(crowd, recovery, "gateway killed");
    }

    async Task JudgeAsync(Crowd crowd, Recovery recovery, string what)
    {
        output.WriteLine($"{what}: {recovery}");
        Assert.True(recovery.Time < limit, recovery.ToString());
        Assert.Empty(recovery.Jumps);
        await crowd.AssertIsWellAsync(output);
    }
}
