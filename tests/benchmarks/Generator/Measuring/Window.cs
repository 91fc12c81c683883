namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>The seconds that count, and what server and generator used in them.</summary>
sealed class Window(Crowd crowd, int serverPid, double warmup, double seconds)
{
    ProcessSample serverBefore, serverAfter, generatorBefore, generatorAfter;
    Traffic before, after;
    long from = long.MaxValue;
    long to = long.MaxValue;

    public double Seconds => seconds;

    public double ServerCpuSeconds => serverAfter.CpuSeconds - serverBefore.CpuSeconds;

    public long BytesReceived => after.Bytes - before.Bytes;

    public bool Contains(long time) => time >= from && time < to;

    /// <summary>To be called before anybody walks.</summary>
    public void BeginAt(long start)
    {
        from = start + Clock.Ticks(warmup);
        to = from + Clock.Ticks(seconds);
    }

    /// <summary>Returns when it is over.</summary>
    public void Measure()
    {
        Clock.SleepUntil(from);
        (before, serverBefore, generatorBefore) = (crowd.Traffic, ProcessSample.Take(serverPid), ProcessSample.Take(Environment.ProcessId));
        Clock.SleepUntil(to);
        (after, serverAfter, generatorAfter) = (crowd.Traffic, ProcessSample.Take(serverPid), ProcessSample.Take(Environment.ProcessId));
    }

    public void AddTo(Dictionary<string, double?> figures)
    {
        figures["bytesPerClientSecond"] = Math.Round(BytesReceived / seconds / crowd.Count);
        figures["framesPerSecond"] = Math.Round((after.Frames - before.Frames) / seconds);
        figures["readsPerSecond"] = Math.Round((after.Reads - before.Reads) / seconds);
        figures["rssMb"] = Math.Round(serverAfter.ResidentMb);
        figures["serverCpuPct"] = Math.Round(100 * ServerCpuSeconds / seconds, 1);
        figures["serverSystemPct"] = Math.Round(100 * (serverAfter.SystemSeconds - serverBefore.SystemSeconds) / Math.Max(0.01, ServerCpuSeconds));
        figures["generatorCpuPct"] = Math.Round(100 * (generatorAfter.CpuSeconds - generatorBefore.CpuSeconds) / seconds, 1);
    }
}
