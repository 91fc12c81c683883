using System.Diagnostics;

namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>Waiting on the one monotonic clock of a run.</summary>
static class Clock
{
    const int LongestNap = 50;

    public static long Now => Stopwatch.GetTimestamp();

    public static long Ticks(double seconds) => (long)(seconds * Stopwatch.Frequency);

    public static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;

    /// <summary>Sleeps to within a millisecond.</summary>
    public static void SleepUntil(long due)
    {
        for (var left = Milliseconds(due); left > 0; left = Milliseconds(due)) Thread.Sleep(Math.Max(1, (int)Math.Min(left, LongestNap)));
    }

    static double Milliseconds(long due) => Seconds(due - Now) * 1000;
}
