using System.Diagnostics;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Faults;

/// <summary>The house is killed right after it has confirmed a write, again and again: what was confirmed is there.</summary>
public sealed class KillsTests(ITestOutputHelper output)
{
    /// <summary>A start takes three seconds; for the long form of two hundred set KLAPPHAUS_KILLS=200.</summary>
    static readonly int kills = int.TryParse(Environment.GetEnvironmentVariable("KLAPPHAUS_KILLS"), out var given) ? given : 3;

    static readonly DrawnHouse plans = DrawnHouse.Small();

    [Fact]
    public async Task EmbeddedStoreLosesNothingThatWasConfirmed()
    {
        await using var house = await HouseProcess.StartAsync(plans);
        await KillAgainAndAgainAsync(house, house.KillAsync, () => house.StartAsync());
    }

    [Fact]
    public async Task RedisLosesNothingThatWasConfirmed()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "all");
        var process = house.Processes[0];
        await KillAgainAndAgainAsync(process, () => Task.WhenAll(house.Redis.KillAsync(), process.KillAsync()), async () =>
        {
            await house.Redis.RunAsync();
            await process.StartAsync();
        });
    }

    /// <summary>The room that an avatar is in is what is confirmed; it changes each time, and after the kill the house must know it.</summary>
    async Task KillAgainAndAgainAsync(HouseProcess house, Func<Task> kill, Func<Task> start)
    {
        var clock = Stopwatch.StartNew();
        string? token = null;
        var lost = 0;
        for (var i = 0; i < kills; i++)
        {
            var room = i % 2 == 0 ? "halle" : "foyer";
            await using (var ada = await house.Arrive("Ada", token))
            {
                token = ada.Connection.Token;
                Assert.Equal(i == 0 ? null : i % 2 == 0 ? "foyer" : "halle", ada.Connection.RoomOnArrival);
                await ada.Enter(room);
                await kill();
                await ada.Connection.DisposeAsync(); // she does not come back by herself: nothing is claimed
            }
            await start();
            var after = await house.Arrive("Ada", token);
            if (after.Connection.RoomOnArrival != room) lost++;
            await after.Connection.DisposeAsync();
        }
        output.WriteLine($"{kills} kills right after a confirmed write, {lost} lost, {clock.Elapsed.TotalSeconds / kills:0.0} s each");
        Assert.Equal(0, lost);
    }
}
