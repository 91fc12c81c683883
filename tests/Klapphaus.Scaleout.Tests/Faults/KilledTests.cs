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
    public async Task TheCircleIsTheSameWhenTheSiloThatHoldsItDies()
    {
        await using var house = await ScaledHouse.OpenAsync(plans, "silo", "silo", "gateway", "gateway");
        List<Person> people = [];
        for (var i = 0; i < 4; i++)
        {
            var person = await house.Processes[2 + i % 2].Enter($"Gast {i}", "halle");
            var (sin, cos) = Math.SinCos(i * Math.Tau / 4);
            await person.WalkTo(20 + cos, 20 + sin);
            people.Add(person);
        }
        foreach (var person in people) await person.TalksWith([.. people.Where(p => p != person)]);
        Assert.Equal(ErrorCode.None, await people[0].Connection.SetTopicAsync("Leerstand"));
        Assert.Equal(ErrorCode.None, await people[1].Connection.CloseConversationAsync(true));
        foreach (var person in people) await person.WaitUntil(p => p.Talk is { Topic: "Leerstand", Closed: true }, "the topic is known and it is closed");
        var before = people[0].Picture.Talk!;
        var told = new System.Collections.Concurrent.ConcurrentQueue<Klapphaus.Contracts.TalkChangedEvent>();
        foreach (var person in people) person.Connection.TalkChanged += told.Enqueue;

        await (await house.HolderOfAsync("halle")).KillAsync();
        // it goes on in the room that has come up elsewhere, and nobody was ever told that somebody is missing: a mesh that is told nothing goes on sounding
        Assert.Equal(ErrorCode.None, await UntilAnswered(() => people[2].Connection.SetTopicAsync("Leerstand, nach dem Ausfall")));
        foreach (var person in people)
        {
            await person.WaitUntil(p => p.Talk is { Topic: "Leerstand, nach dem Ausfall", Closed: true } talk && talk.Id == before.Id && talk.People.Length == 4, "the circle is the same");
            await person.TalksWith([.. people.Where(p => p != person)]);
        }
        Assert.All(told, t => Assert.Equal((before.Id, 4, ""), (t.Talk?.Id, t.Talk?.People.Length, t.Left)));
        foreach (var person in people) await person.DisposeAsync();
    }

    /// <summary>The room comes up elsewhere within a second or two; who asks meanwhile is told to ask again.</summary>
    static async Task<ErrorCode> UntilAnswered(Func<Task<ErrorCode>> ask)
    {
        var code = ErrorCode.Unavailable;
        for (var tries = 0; tries < 40 && code is ErrorCode.Unavailable or ErrorCode.NotInRoom or ErrorCode.NotInConversation; tries++)
        {
            code = await ask();
            if (code != ErrorCode.None) await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
        return code;
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
        var recovery = await crowd.WatchAsync(house.Processes[1].KillAsync, TimeSpan.FromSeconds(12));
        await JudgeAsync(crowd, recovery, "gateway killed");
    }

    async Task JudgeAsync(Crowd crowd, Recovery recovery, string what)
    {
        output.WriteLine($"{what}: {recovery}");
        Assert.True(recovery.Together < limit && recovery.Left.Length == 0, recovery.ToString());
        Assert.Empty(recovery.Jumps);
        await crowd.AssertIsWellAsync(output);
    }
}
