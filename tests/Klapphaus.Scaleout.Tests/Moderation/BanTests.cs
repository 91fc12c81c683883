using System.Diagnostics;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Moderation;

/// <summary>A moderator on one process, the nuisance on another.</summary>
public sealed class BanTests(ITestOutputHelper output)
{
    [Fact]
    public async Task FromBanToSilenceOnAnotherProcessTakesLessThanASecond()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all");
        await using var mona = await house.Processes[0].EnterAsOrganiser("Mona", "foyer");
        await using var ada = await house.Processes[0].Enter("Ada", "foyer");
        var times = new List<double>();
        await using (var first = await house.Processes[1].Enter("Der Erste", "foyer"))
        {
            await mona.Knows(first);
            await BanAsync(mona, first); // the house has never done that before
        }
        for (var i = 0; i < 5; i++)
        {
            // inside the room, and outside of all rooms
            await using var eve = await house.Processes[1].Enter($"Eve {i}", "foyer");
            await using var otto = await house.Processes[1].Arrive($"Otto {i}", null);
            await mona.Knows(eve);
            times.Add(await BanAsync(mona, eve));
            times.Add(await BanAsync(mona, otto));
            await ada.Misses(eve);
            foreach (var process in house.Processes)
                Assert.Equal(ErrorCode.Banned, (await Assert.ThrowsAsync<HouseRefusedException>(() => process.Arrive("Eve", eve.Connection.Token))).Code);
        }
        output.WriteLine($"From ban to silence: {string.Join(", ", times.Select(t => $"{t:0.000}"))} s");
        Assert.All(times, t => Assert.InRange(t, 0, 1));
    }

    [Fact]
    public async Task AMuteReachesAnotherProcessWithinASecond()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all");
        await using var mona = await house.Processes[0].EnterAsOrganiser("Mona", "foyer");
        await using var ada = await house.Processes[0].Enter("Ada", "foyer");
        await using var eve = await house.Processes[1].Enter("Eve", "foyer");
        await ada.WalkTo(10, 2);
        await eve.WalkTo(11.5, 2);
        await ada.TalksWith(eve);
        var clock = Stopwatch.StartNew();
        Assert.Equal(ErrorCode.None, await mona.Connection.AskAsync(nameof(IHouseHub.Mute), new MuteRequest { Handle = eve.Picture.Handle, Muted = true }));
        await Task.WhenAll(
            ada.WaitUntil(p => p.Talk!.People.Any(t => t.Muted && !t.Heard), "Ada hears Eve no more"),
            eve.WaitUntil(p => p.Talk!.People.Any(t => t.Muted && !t.Heard), "Eve knows it"));
        output.WriteLine($"From mute to both: {clock.Elapsed.TotalSeconds:0.000} s");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 1);
    }

    static async Task<double> BanAsync(Person mona, Person whom)
    {
        var clock = Stopwatch.StartNew();
        var gone = new TaskCompletionSource<SentAwayEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        whom.Connection.SentAway += news => gone.TrySetResult(news);
        Assert.Equal(ErrorCode.None, await mona.Connection.AskAsync(nameof(IHouseHub.Ban), new BanRequest { Member = whom.Id, House = true, Reason = "Störung", Minutes = 60 }));
        var news = await gone.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(((int)DisconnectCode.Banned, "Störung"), (news.Code, news.Reason));
        return clock.Elapsed.TotalSeconds;
    }
}
