using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Faults;

/// <summary>A process hangs for a quarter of a minute, with the room and half of 300 people in it: nobody is told, nothing is closed.</summary>
public sealed class FrozenTests(ITestOutputHelper output)
{
    [Fact]
    public async Task ItsRoomComesUpElsewhereAndItsPeopleComeInByTheOther()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Empty("halle", 60, 44), "all", "all");
        await using var proxy = await ProxyProcess.StartAsync([.. house.Processes]);
        await using var crowd = await Crowd.EnterAsync(proxy.Address, 300, ["halle"], doors: false, proxy.Authority);
        var holder = await house.HolderOfAsync("halle");
        var recovery = await crowd.WatchAsync(
            async () =>
            {
                holder.Freeze();
                await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System);
                holder.Thaw();
            },
            TimeSpan.FromSeconds(22));
        output.WriteLine($"process frozen for 15 s: {recovery}");
        Assert.Equal("", recovery.Left);
        Assert.Empty(recovery.Jumps);
        Assert.True(recovery.Longest < TimeSpan.FromSeconds(5 + 4), recovery.ToString());
        await crowd.AssertIsWellAsync(output);
    }
}
