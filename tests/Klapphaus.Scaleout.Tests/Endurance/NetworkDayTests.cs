using System.Globalization;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Endurance;

/// <summary>
/// People in twelve rooms on two processes, who go through doors and whose lines break now and then: nobody is lost, nothing is in the logs, and memory
/// stays what it was. The form of half an hour with 500 people: KLAPPHAUS_DAY=30.
/// </summary>
public sealed class NetworkDayTests(ITestOutputHelper output)
{
    const int Rooms = 12;

    /// <summary>Memory is judged from here on: before, caches fill and code is compiled.</summary>
    const double WarmMinutes = 5;

    static readonly double minutes = double.TryParse(Environment.GetEnvironmentVariable("KLAPPHAUS_DAY"), CultureInfo.InvariantCulture, out var given) ? given : 0.25;
    static readonly TimeSpan betweenBreaks = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task NothingIsLostAndNothingGrows()
    {
        string[] rooms = [.. Enumerable.Range(0, Rooms).Select(i => $"raum{i}")];
        await using var house = await ScaledHouse.OpenAsync(Ring(rooms), "all", "all");
        await using var door = new TcpProxy([.. house.Processes.Select(p => p.Address)]);
        await using var crowd = await Crowd.EnterAsync(door.Address, minutes < WarmMinutes ? 120 : 500, rooms, doors: true);

        var (memory, broken) = await LiveAsync(house, door, TimeSpan.FromMinutes(minutes));
        output.WriteLine($"{minutes} minutes, {broken} lines broken, {crowd.Strollers.Sum(s => s.DoorsPassed)} doors passed, {crowd.Strollers.Sum(s => s.House!.Traffic.Reconnects)} reconnects, {crowd.Strollers.Sum(s => s.House!.Traffic.PutBacks)} put back");
        output.WriteLine($"MB of the two processes, by the minute: {string.Join(", ", memory)}");
        await crowd.AssertIsWellAsync(output);
        Assert.Empty(house.Processes.SelectMany(p => p.Faults));
        Assert.True(broken > 0);
        if (minutes < 4 * WarmMinutes) return;
        var settled = memory[(int)WarmMinutes..];
        var third = settled.Count / 3;
        Assert.True(settled[^third..].Average() < settled[..third].Average() * 1.1, "memory grows");
    }

    /// <summary>Every two seconds somebody's line breaks.</summary>
    static async Task<(List<long> Memory, int Broken)> LiveAsync(ScaledHouse house, TcpProxy door, TimeSpan length)
    {
        List<long> memory = [];
        using var timer = new PeriodicTimer(betweenBreaks);
        var broken = 0;
        for (var passed = TimeSpan.Zero; passed < length; passed += betweenBreaks)
        {
            if (passed.TotalMinutes >= memory.Count) memory.Add(house.Processes.Sum(p => p.ResidentBytes) >> 20);
            await timer.WaitForNextTickAsync();
            if (door.TryBreakOne()) broken++;
        }
        return (memory, broken);
    }

    /// <summary>Rooms in a ring, each with doors to the one before and the one behind it.</summary>
    static DrawnHouse Ring(string[] rooms)
    {
        string[] rows = ["####################", .. Enumerable.Repeat("#..................#", 5), "V..e...............N", .. Enumerable.Repeat("#..................#", 5), "####################"];
        var house = new DrawnHouse();
        for (var i = 0; i < rooms.Length; i++) house.With(rooms[i], rows, 200, ("V", rooms[(i + rooms.Length - 1) % rooms.Length]), ("N", rooms[(i + 1) % rooms.Length]));
        return house;
    }
}
