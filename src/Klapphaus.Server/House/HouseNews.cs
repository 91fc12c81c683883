using Klapphaus.Grains.House;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.House;

/// <summary>Once a second says how full this process's rooms are and tells its clients what changed in the house.</summary>
sealed class HouseNews(IGrainFactory grains, RoomFeeds feeds, Visitors visitors, TimeProvider time, ILogger<HouseNews> log) : BackgroundService
{
    static readonly TimeSpan period = TimeSpan.FromSeconds(1);
    /// <summary>Unchanged numbers are repeated this often, in periods; the house forgets those that nobody repeats.</summary>
    const int Repeat = 5;

    Dictionary<string, int> told = [];
    long known;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        for (var turn = 0; await timer.WaitForNextTickAsync(stoppingToken); turn++)
        {
            try
            {
                await ReportAsync(turn % Repeat == 0);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                log.ReportFailed(e.GetType().Name);
            }
        }
    }

    async Task ReportAsync(bool everything)
    {
        visitors.TellAgain();
        var people = feeds.ByRoom(f => f.PeopleCount);
        foreach (var room in told.Keys.Where(r => !people.ContainsKey(r)).ToList())
            if (told[room] > 0) people[room] = 0;
        if (visitors.All.Count == 0 && people.Count == 0) return; // nobody to tell: the house may sleep
        var changed = everything ? people : people.Where(p => told.GetValueOrDefault(p.Key) != p.Value).ToDictionary();
        told = people;
        if (await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Report(changed, known) is not { } index) return;
        known = index.Version;
        visitors.Tell(Tellings.RoomsChanged(new() { Rooms = RoomSummaries.Of(index) }));
    }
}
