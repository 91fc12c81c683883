using System.Diagnostics;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Start;

/// <summary>The house dies or is restarted, and everybody is back where they stood.</summary>
[Collection(Alone.Name)]
public sealed class RestartTests
{
    [Fact]
    public async Task AfterAKillEverybodyIsBackWhereTheyStoodWithinTenSeconds()
    {
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        var people = await Ten(house);
        await house.KillAsync();
        var clock = Stopwatch.StartNew();
        await house.StartAsync();
        var opened = clock.Elapsed;
        await Task.WhenAll(people.Select((p, i) => IsBack(p, i)));
        // ten seconds, of which a house that has the machine for itself needs three to open, and what a machine is granted that stands still
        Assert.True(clock.Elapsed - opened < TimeSpan.FromSeconds(7 + 5), $"The house was open after {opened.TotalSeconds:0.0} s, the last were back after {clock.Elapsed.TotalSeconds:0.0} s: {string.Join(", ", people.Select(p => p.Connection.Traffic.LongestAbsence.TotalSeconds))}");
        await SeeEachOther(people);
        await people[0].WalkTo(12, 5.5);
        await people[9].Sees(people[0].At(12, 5.5));
        await Goodbye(people);
    }

    [Fact]
    public async Task WhoWalksWhenTheHouseIsKilledStandsWhereThatWasNoticed()
    {
        // so large that she has not arrived, however long the machine stands still meanwhile
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Empty("halle", 66, 8));
        await using var ada = await house.Enter("Ada", "halle");
        var clock = Stopwatch.StartNew();
        var walk = ada.Connection.Walker.WalkToAsync(60, 2.5);
        await ada.WaitUntil(p => p.Own.TileX > 6, "she is on her way");
        var before = clock.Elapsed;
        await house.KillAsync();
        var result = await walk;
        Assert.InRange(clock.Elapsed - before, TimeSpan.Zero, TimeSpan.FromSeconds(6)); // at once, but for a machine that stands still
        Assert.Equal(WalkOutcome.Interrupted, result.Outcome);
        Assert.InRange(result.Position.TileX, 6, 3.6 + 4 * clock.Elapsed.TotalSeconds);
        await house.StartAsync();
        await ada.WaitUntil(_ => ada.Connection.State.Status == ConnectionStatus.Connected, "she is back");
        Assert.InRange(ada.Picture.Own.DistanceTo(result.Position), 0, 0.1);
    }

    [Fact]
    public async Task BeforeARestartEverybodyIsToldAndAfterItTheyAreBack()
    {
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        var people = await Ten(house);
        var told = people.Select(p =>
        {
            var heard = new TaskCompletionSource<SentAwayEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
            p.Connection.SentAway += news => heard.TrySetResult(news);
            return heard.Task;
        }).ToList();
        var closing = Stopwatch.StartNew();
        Assert.Equal(0, await house.StopAsync());
        Assert.InRange(closing.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20)); // however soon they come back; who waited for them to go would wait for half a minute
        foreach (var person in people)
            await person.WaitUntil(_ => told[Array.IndexOf(people, person)].IsCompleted, "the house says that it restarts");
        foreach (var news in await Task.WhenAll(told))
            Assert.Equal(((int)DisconnectCode.Restarting, true), (news.Code, news.ComeBack));
        await house.StartAsync();
        await Task.WhenAll(people.Select((p, i) => IsBack(p, i)));
        await SeeEachOther(people);
        await Goodbye(people);
    }

    [Fact]
    public async Task NamesakesAreCalledAsBeforeInWhateverOrderTheyComeBack()
    {
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        List<Person> people = [];
        for (var i = 0; i < 5; i++) people.Add(await house.Enter("Thomas Müller", "foyer"));
        string[] names = ["Thomas Müller", "Thomas Müller (2)", "Thomas Müller (3)", "Thomas Müller (4)", "Thomas Müller (5)"];
        Assert.Equal(names, people.Select(p => p.ShownName));
        await house.KillAsync();
        await house.StartAsync();
        foreach (var person in people)
            await person.WaitUntil(p => person.Connection.State.Status == ConnectionStatus.Connected && person.Connection.Traffic.Reconnects >= 1 && p.Room is not null, "one is back", TimeSpan.FromSeconds(20));
        foreach (var viewer in people)
            await viewer.WaitUntil(p => names.SequenceEqual(people.Select(seen => p.PersonOf(seen.Id)?.Member.Name ?? "nobody")), "all have their names again");
        await Goodbye([.. people]);
    }

    static async Task<Person[]> Ten(HouseProcess house)
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => house.Enter($"Gast {i}", "foyer")));
        await Task.WhenAll(people.Select((p, i) => p.WalkTo(Place(i).X, Place(i).Y)));
        return people;
    }

    static (double X, double Y) Place(int i) => (2.5 + i, 1.5 + i % 2 * 4);

    static async Task IsBack(Person person, int i)
    {
        var (x, y) = Place(i);
        await person.WaitUntil(
            p => person.Connection.State.Status == ConnectionStatus.Connected && person.Connection.Traffic.Reconnects >= 1 && p.Room?.Id == "foyer" && p.Own == Position.FromTiles(x, y),
            "the house is back, and one stands where one stood", TimeSpan.FromSeconds(20));
    }

    static async Task SeeEachOther(Person[] people)
    {
        foreach (var viewer in people)
            await viewer.WaitUntil(p => p.People.Length == people.Length && people.All(seen => p.At(seen.Id) == seen.Picture.Own), "all ten are where they were");
    }

    static Task Goodbye(Person[] people) => Task.WhenAll(people.Select(p => p.DisposeAsync().AsTask()));
}
