using System.Diagnostics;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Faults;

/// <summary>The house is killed right after it has confirmed a write, again and again: what was confirmed is there.</summary>
public sealed class KillsTests(ITestOutputHelper output)
{
    /// <summary>A start takes three seconds; for the long form of two hundred set KLAPPHAUS_KILLS=200.</summary>
    static readonly int kills = int.TryParse(Environment.GetEnvironmentVariable("KLAPPHAUS_KILLS"), out var given) ? given : 6;

    static readonly DrawnHouse plans = DrawnHouse.Small();

    [Fact]
    public async Task EmbeddedStoreLosesNothingThatWasConfirmed()
    {
        await using var house = await HouseProcess.StartAsync(plans);
        await KillAgainAndAgainAsync(house, async () =>
        {
            await house.KillAsync();
            await house.StartAsync();
        });
    }

    [Fact]
    public async Task RedisLosesNothingThatWasConfirmed()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "all");
        await KillAgainAndAgainAsync(house.Processes[0], async () =>
        {
            await house.Redis.KillAsync();
            await house.Processes[0].KillAsync();
            await house.Redis.RunAsync();
            await house.Processes[0].StartAsync();
        });
    }

    /// <summary>The room that an avatar is in is what is confirmed; it changes each time, and after the kill the house must know it.</summary>
    async Task KillAgainAndAgainAsync(HouseProcess house, Func<Task> kill)
    {
        var clock = Stopwatch.StartNew();
        await using var ada = await house.Enter("Ada", "foyer");
        var lost = 0;
        for (var i = 0; i < kills; i++)
        {
            var room = i % 2 == 0 ? "halle" : "foyer";
            await ada.Enter(room);
            await kill();
            if (await house.RoomOfAsync(ada) != room) lost++;
            await ada.WaitUntil(p => p.Room?.Id == room && ada.Connection.State.Status == Client.ConnectionStatus.Connected && ada.Connection.Traffic.Reconnects == i + 1, "she is back", TimeSpan.FromSeconds(30));
        }
        output.WriteLine($"{kills} kills right after a confirmed write, {lost} lost, {clock.Elapsed.TotalSeconds / kills:0.0} s each");
        Assert.Equal(0, lost);
    }
}
