using System.Collections.Concurrent;
using Klapphaus.Contracts;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Rooms;

/// <summary>People of one name, on two gateways, in a room that changes its machine.</summary>
public sealed class NamesakeTests
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task TheyAreCalledAsBeforeWhenTheSiloThatHoldsTheRoomDies()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Empty("halle", 60, 44), "silo", "silo", "gateway", "gateway");
        await CheckAsync(house, holder => holder.KillAsync());
    }

    [Fact]
    public async Task TheyAreCalledAsBeforeWhenTheRoomIsHandedOver()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Empty("halle", 60, 44), "silo", "silo", "gateway", "gateway");
        await CheckAsync(house, holder => holder.StopAsync());
    }

    static async Task CheckAsync(ScaledHouse house, Func<HouseProcess, Task> end)
    {
        List<Person> people = [];
        for (var i = 0; i < 6; i++) people.Add(await house.Processes[2 + i % 2].Enter("Thomas Müller", "halle"));
        var names = people.ToDictionary(p => p.Id, p => p.ShownName);
        Assert.Equal(["Thomas Müller", .. Enumerable.Range(2, 5).Select(n => $"Thomas Müller ({n})")], people.Select(p => p.ShownName));
        await using var last = await house.Processes[2].Arrive("Zuletzt", null);
        var told = new ConcurrentQueue<PeopleChangedEvent>();
        foreach (var person in people) person.Connection.PeopleChanged += told.Enqueue;

        await end(await house.HolderOfAsync("halle"));
        // somebody new is let in by the room that has come up elsewhere, after whom all are told of everybody
        await EnterPatientlyAsync(last);
        foreach (var viewer in people)
        {
            await viewer.WaitUntil(
                p => p.PersonOf(last.Id) is not null && people.All(seen => p.PersonOf(seen.Id)?.Member.Name == names[seen.Id]),
                "all are here under their names, and the new one is, too", patience);
        }
        Assert.All(told.SelectMany(news => news.Entered).Where(p => p.Member.Id != last.Id), p => Assert.Equal(names[p.Member.Id], p.Member.Name));
        await Task.WhenAll(people.Select(p => p.DisposeAsync().AsTask()));
    }

    /// <summary>Until the room is up again, who asks is told to ask again.</summary>
    static async Task EnterPatientlyAsync(Person person)
    {
        using var limit = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!(await person.Connection.EnterAsync("halle")).Granted) await timer.WaitForNextTickAsync(limit.Token);
    }
}
