namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>Counts values in steps of one width; what is beyond the last step is counted there. May be added to from many threads.</summary>
sealed class Histogram(double width, int steps)
{
    readonly long[] counts = new long[steps];

    public void Add(double value) => Interlocked.Increment(ref counts[Math.Clamp((int)(value / width), 0, steps - 1)]);

    public long Count => counts.Sum();

    /// <summary>How many are below a value.</summary>
    public long Below(double value) => counts.Take((int)Math.Round(value / width)).Sum();

    /// <summary>The middle of the step in which this share of the values is reached; null without values.</summary>
    public double? Percentile(double share)
    {
        var wanted = (long)(Count * share);
        long sum = 0;
        for (var step = 0; step < steps; step++)
        {
            sum += counts[step];
            if (sum > wanted) return Math.Round((step + 0.5) * width, 3);
        }
        return null;
    }
}
