using System.Runtime.InteropServices;

namespace Klapphaus.Walkers;

/// <summary>One run from the first connection to the last look.</summary>
sealed class WalkersRun(WalkersOptions options, TextWriter output, TimeProvider time)
{
    const int SecondsBetweenLines = 10;

    // Half of what one process may sign in at once on a small machine without the house calling it a flood.
    const int ComingInAtOnce = 20;

    // Longer than a reconnect with its longest pause, so that whoever is on the way back is not called lost.
    static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>True when nobody was lost or misplaced.</summary>
    public async Task<bool> RunAsync()
    {
        using var over = new CancellationTokenSource(options.Duration, time);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            // The run ends as if its time was over: standing still, a last look, the summary.
            signal.Cancel = true;
            over.Cancel();
        });
        Stroller[] strollers = [.. Enumerable.Range(0, options.Walkers).Select(number => new Stroller(number, options, time))];
        var tally = new Tally(strollers, output);
        var drawn = new DrawnError();
        var start = time.GetTimestamp();
        var strolls = StartAsync(strollers, over.Token);
        tally.PrintHead();
        await WatchAsync(strollers, tally, drawn, over.Token);
        await strolls;
        var seconds = time.GetElapsedTime(start).TotalSeconds;

        await Task.WhenAll(strollers.Select(stroller => stroller.StandStillAsync()));
        var look = await LookAsync(strollers);
        tally.PrintSummary(look, drawn, seconds);
        await Task.WhenAll(strollers.Select(stroller => stroller.DisposeAsync().AsTask()));
        return look.AllWell;
    }

    async Task StartAsync(Stroller[] strollers, CancellationToken over)
    {
        List<Task> strolls = [];
        foreach (var group in strollers.Chunk(ComingInAtOnce))
        {
            strolls.AddRange(group.Select(stroller => stroller.StrollAsync(over)));
            await Task.Delay(Second, time, over).ContinueWith(_ => { }, TaskScheduler.Default);
            if (over.IsCancellationRequested)
                break;
        }
        await Task.WhenAll(strolls);
    }

    async Task WatchAsync(Stroller[] strollers, Tally tally, DrawnError drawn, CancellationToken over)
    {
        using var seconds = new PeriodicTimer(Second, time);
        var second = 0;
        var lineAt = time.GetTimestamp();
        try
        {
            while (await seconds.WaitForNextTickAsync(over))
            {
                tally.Look();
                drawn.Sample(strollers, second);
                if (++second % SecondsBetweenLines != 0)
                    continue;
                tally.PrintLine(second, time.GetElapsedTime(lineAt).TotalSeconds);
                lineAt = time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Time is over.
        }
    }

    // A house that is slow to tell is not one that tells wrong: it has some seconds to agree with the truth.
    async Task<LastLook> LookAsync(Stroller[] strollers)
    {
        var start = time.GetTimestamp();
        LastLook look;
        do
        {
            await Task.Delay(Second, time);
            look = LastLook.At(strollers);
        }
        while (!look.AllWell && time.GetElapsedTime(start) < PatienceAtTheEnd);
        return look;
    }
}
