using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Klapphaus.Client;
using Klapphaus.Walkers;

namespace Klapphaus.Scaleout.Tests.Stage;

/// <summary>Many people who stroll, by the client that everybody has.</summary>
sealed class Crowd : IAsyncDisposable
{
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    /// <summary>A look that comes so much later has been held up here: whoever does not look sees nobody move, and that is not the house's doing.</summary>
    static readonly TimeSpan late = TimeSpan.FromSeconds(0.5);

    readonly CancellationTokenSource end = new();
    readonly List<Task> strolls;

    Crowd(Uri address, int count, string[] rooms, bool doors, X509Certificate2? authority)
    {
        Strollers = [.. Enumerable.Range(0, count).Select(i => new Stroller(i, new WalkersOptions { Address = address, Rooms = rooms, Seed = 7, Doors = doors, Authority = authority }, TimeProvider.System))];
        strolls = [.. Strollers.Select(s => s.StrollAsync(end.Token))];
    }

    public IReadOnlyList<Stroller> Strollers { get; }

    /// <summary>Lets people in through this address, and returns when all walk.</summary>
    public static async Task<Crowd> EnterAsync(Uri address, int count, string room) => await EnterAsync(address, count, [room], doors: false);

    public static async Task<Crowd> EnterAsync(Uri address, int count, string[] rooms, bool doors, X509Certificate2? authority = null)
    {
        var crowd = new Crowd(address, count, rooms, doors, authority);
        await crowd.UntilAsync(() => crowd.Strollers.All(s => s.IsInRoom), "everybody is in");
        return crowd;
    }

    /// <summary>
    /// Does something to the house and watches for a while. The crowd is well when everybody is connected and has seen others move within the last second,
    /// if there was anybody to be seen walking. What this process itself stands still for does not count as time.
    /// </summary>
    /// <returns>From the deed until the crowd was well for good; zero when it never was not.</returns>
    public async Task<Recovery> WatchAsync(Func<Task> deed, TimeSpan watch)
    {
        var putBack = Strollers.Sum(s => s.House!.Traffic.PutBacks);
        var seen = Strollers.Select(s => new Seen(s)).ToList();
        var clock = Stopwatch.StartNew();
        var doing = deed();
        var (lastUnwell, looked, heldUp, together) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var worst = 0;
        using var timer = new PeriodicTimer(look);
        while (clock.Elapsed < watch || !doing.IsCompleted)
        {
            await timer.WaitForNextTickAsync();
            var now = clock.Elapsed;
            var passed = now - looked;
            if (passed > look + late) (heldUp, passed) = (heldUp + passed - look, look);
            looked = now;
            var unwell = CountUnwell();
            worst = Math.Max(worst, unwell);
            if (unwell > 0) (lastUnwell, together) = (looked - heldUp, together + passed);
        }
        await doing;
        CountUnwell();
        var unwellYet = Strollers.Zip(seen).Where(s => !s.Second.Well).Select(s => s.First.House!).ToList();
        var words = string.Join("; ", unwellYet.Take(3).Select(h => $"{h.Me.Name} {h.State}, room {h.Picture.Room?.Id}, {h.Traffic}"));
        return new(lastUnwell, together, seen.Max(s => s.Longest), worst, unwellYet.Count == 0 ? "" : $"; {unwellYet.Count} still unwell: {words}", Strollers.Sum(s => s.House!.Traffic.PutBacks) - putBack, [.. seen.SelectMany(s => s.Jumps)]);

        int CountUnwell()
        {
            var now = looked - heldUp;
            foreach (var one in seen) one.Look(now, clock.Elapsed);
            return seen.Count(one => !one.IsWell(now, seen));
        }
    }

    /// <summary>Everybody stands still, and everybody's picture is compared with the truth.</summary>
    public async Task AssertIsWellAsync(ITestOutputHelper output)
    {
        var last = await StandAndLookAsync();
        var faulty = Strollers.Where(s => last.Faults.Any(f => f.StartsWith(s.Name + " ", StringComparison.Ordinal))).Select(s => $"\n{s.Name}: {s.House?.Describe()} {s.House?.Traffic}");
        var faults = string.Join("; ", last.Faults) + string.Concat(faulty);
        output.WriteLine($"at the end lost {last.Lost}, misplaced {last.Misplaced} {faults}");
        Assert.True(last.AllWell, faults);
    }

    async Task<LastLook> StandAndLookAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(strolls);
        foreach (var stroller in Strollers) await stroller.StandStillAsync();
        LastLook? last = null;
        try
        {
            await UntilAsync(() => (last = LastLook.At(Strollers)).AllWell, "everybody is where everybody sees them", TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            // the look tells what is wrong
        }
        return last!;
    }

    public async Task UntilAsync(Func<bool> condition, string what, TimeSpan? limit = null)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(look);
        while (!condition())
        {
            if (clock.Elapsed > (limit ?? patience))
            {
                var away = Strollers.Where(s => !s.IsInRoom).ToList();
                throw new TimeoutException($"Waited for: {what}. {away.Count} of {Strollers.Count} are in no room, such as {string.Join(", ", away.Take(3).Select(s => $"{s.Name}: {s.House?.State.ToString() ?? "never let in"}"))}");
            }
            await timer.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(strolls);
        await Task.WhenAll(Strollers.Select(s => s.House is { } house ? house.DisposeAsync().AsTask() : Task.CompletedTask));
        end.Dispose();
    }

    /// <summary>What one of them sees of the others, and whether it was moved by other means than its feet.</summary>
    sealed class Seen(Stroller stroller)
    {
        /// <summary>Whoever walks in sight is told of twice a second.</summary>
        static readonly TimeSpan quiet = TimeSpan.FromSeconds(1);

        /// <summary>More than anybody walks between two looks, in tiles a second, and what a step that was refused may take back, in tiles.</summary>
        const double Pace = 4.5, Slack = 3;

        long moves = stroller.House!.Traffic.MovesSeen;
        TimeSpan when;
        TimeSpan looked;
        TimeSpan? unwellSince;
        TimeSpan? walksSince;
        Position stood = stroller.House!.Picture.Own;
        string? room = stroller.House!.Picture.Room?.Id;

        /// <summary>Each time that it was moved further than one walks, in words.</summary>
        public List<string> Jumps { get; } = [];

        /// <summary>The longest time in one piece in which it was not well.</summary>
        public TimeSpan Longest { get; private set; }

        public bool Well { get; private set; }

        /// <param name="now">The time that counts.</param>
        /// <param name="walked">The time by which people walk: all of it.</param>
        public void Look(TimeSpan now, TimeSpan walked)
        {
            var house = stroller.House!;
            if (house.Traffic.MovesSeen is var newest && newest != moves) (moves, when) = (newest, now);
            if (house.Picture.Room?.Id == room && house.Picture.Own.DistanceTo(stood) > Slack + Pace * (walked - looked).TotalSeconds)
                Jumps.Add($"{house.Me.Name} after {walked.TotalSeconds:0.0} s from {stood} to {house.Picture.Own} ({house.Traffic.Reconnects} reconnects)");
            (stood, room, looked) = (house.Picture.Own, house.Picture.Room?.Id, walked);
            walksSince = stroller.IsInRoom && house.Walker.IsWalking ? walksSince ?? now : null;
        }

        public bool IsWell(TimeSpan now, IReadOnlyList<Seen> all)
        {
            Well = stroller.IsInRoom && (now - when < quiet || !all.Any(other => IsMissed(other, now)));
            if (Well) unwellSince = null;
            else if (now - (unwellSince ??= now) > Longest) Longest = now - unwellSince.Value;
            return Well;
        }

        /// <summary>Somebody has walked in sight for so long that it must have been seen.</summary>
        bool IsMissed(Seen other, TimeSpan now) =>
            other != this && other.room == room && now - other.walksSince > quiet && stroller.House!.Picture.IsInSight(other.stood);
    }
}

/// <summary>How a crowd got over something.</summary>
/// <param name="Time">Until all were well.</param>
/// <param name="Together">For how long anybody was unwell, put together.</param>
/// <param name="Longest">The longest that one of them was unwell in one piece.</param>
/// <param name="Affected">How many were unwell at the worst moment.</param>
/// <param name="Left">Who was unwell at the end, in words.</param>
/// <param name="PutBacks">Steps that were refused meanwhile.</param>
/// <param name="Jumps">Each time that somebody was moved further than one can walk, in words.</param>
sealed record Recovery(TimeSpan Time, TimeSpan Together, TimeSpan Longest, int Affected, string Left, long PutBacks, string[] Jumps)
{
    public override string ToString() => $"all well after {Time.TotalSeconds:0.0} s, somebody unwell for {Together.TotalSeconds:0.0} s together, nobody unwell for more than {Longest.TotalSeconds:0.0} s, {Affected} affected at worst, {PutBacks} put back, {Jumps.Length} jumps{Left} {string.Join("; ", Jumps)}".TrimEnd();
}
