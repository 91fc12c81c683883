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
        var (inside, outside) = (new List<double>(), new List<double>());
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
            inside.Add(await BanAsync(mona, eve));
            outside.Add(await BanAsync(mona, otto));
            await ada.Misses(eve);
            foreach (var process in house.Processes)
                Assert.Equal(ErrorCode.Banned, (await Assert.ThrowsAsync<HouseRefusedException>(() => process.Arrive("Eve", eve.Connection.Token))).Code);
        }
        output.WriteLine($"From ban to silence: {string.Join(", ", inside.Concat(outside).Select(t => $"{t:0.000}"))} s");
        // of five, so that a machine that stands still for a moment is not taken for a slow house
        Assert.InRange(Middle(inside), 0, 1);
        Assert.InRange(Middle(outside), 0, 1);
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
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var muted = i % 2 == 0;
            var clock = Stopwatch.StartNew();
            Assert.Equal(ErrorCode.None, await mona.Connection.AskAsync(nameof(IHouseHub.Mute), new MuteRequest { Handle = eve.Picture.Handle, Muted = muted }));
            await Task.WhenAll(
                ada.WaitUntil(p => p.Talk!.People.Any(t => t.Muted && !t.Heard) == muted, muted ? "Ada hears Eve no more" : "Ada hears Eve again"),
                eve.WaitUntil(p => p.Talk!.People.Any(t => t.Muted && !t.Heard) == muted, "Eve knows it"));
            times.Add(clock.Elapsed.TotalSeconds);
        }
        output.WriteLine($"From mute to both: {string.Join(", ", times.Select(t => $"{t:0.000}"))} s");
        Assert.InRange(Middle(times), 0, 1);
    }

    static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static async Task<double> BanAsync(Person mona, Person whom)
    {
        var clock = Stopwatch.StartNew();
        var gone = new TaskCompletionSource<SentAwayEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        whom.Connection.SentAway += news => gone.TrySetResult(news);
        Assert.Equal(ErrorCode.None, await mona.Connection.AskAsync(nameof(IHouseHub.Ban), new BanRequest { Member = whom.Id, House = true, Reason = "Störung", Minutes = 60 }));
        var news = await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(((int)DisconnectCode.Banned, "Störung"), (news.Code, news.Reason));
        return clock.Elapsed.TotalSeconds;
    }
}
