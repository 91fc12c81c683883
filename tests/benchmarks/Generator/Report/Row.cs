using Klapphaus.Benchmarks.Generator.Measuring;

namespace Klapphaus.Benchmarks.Generator.Report;

/// <summary>One peer's runs, as medians.</summary>
sealed record Row(string Peer, string Workload, int Walkers, int Runs, IReadOnlyDictionary<string, double?> Figures)
{
    /// <summary>One row a peer, in the order in which the peers were first measured.</summary>
    public static List<Row> Of(IEnumerable<Measurement> measurements)
    {
        var byPeer = measurements.GroupBy(m => (m.Peer, m.Workload, m.Walkers)).ToList();
        var reference = byPeer.Where(runs => runs.Key.Peer == Report.Figures.Reference).Select(runs => Median(runs, Report.Figures.Cost)).FirstOrDefault();
        return [.. byPeer.Select(runs => new Row(runs.Key.Peer, runs.Key.Workload, runs.Key.Walkers, runs.Count(), Summary([.. runs], reference)))];
    }

    static Dictionary<string, double?> Summary(List<Measurement> runs, double? reference)
    {
        var figures = Report.Figures.All.ToDictionary(name => name, name => Median(runs, name));
        var costs = runs.Select(run => run.Figures.GetValueOrDefault(Report.Figures.Cost)).ToList();
        (figures["cpuPerMillionLowest"], figures["cpuPerMillionHighest"]) = (costs.Min(), costs.Max());
        figures["ratio"] = reference > 0 && figures[Report.Figures.Cost] is { } cost ? Math.Round(cost / reference.Value, 3) : null;
        return figures;
    }

    static double? Median(IEnumerable<Measurement> runs, string figure)
    {
        double[] values = [.. runs.Select(run => run.Figures.GetValueOrDefault(figure)).OfType<double>().Order()];
        return values.Length == 0 ? null : Math.Round((values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2, 3);
    }
}
