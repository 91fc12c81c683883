namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>CPU time and memory of a process, from /proc; the kernel counts in hundredths of a second.</summary>
readonly record struct ProcessSample(double UserSeconds, double SystemSeconds, double ResidentMb)
{
    const double TicksPerSecond = 100;

    public double CpuSeconds => UserSeconds + SystemSeconds;

    public static ProcessSample Take(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // the program's name before it may hold anything
        var pages = long.Parse(File.ReadAllText($"/proc/{pid}/statm").Split(' ')[1]);
        return new(long.Parse(fields[11]) / TicksPerSecond, long.Parse(fields[12]) / TicksPerSecond, pages * (double)Environment.SystemPageSize / (1 << 20));
    }
}
