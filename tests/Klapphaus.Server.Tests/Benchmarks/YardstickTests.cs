using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Klapphaus.Server.Tests.Benchmarks;

/// <summary>The yardstick measures the house as it is now; whether it still does is found out here, and not on the day it is needed.</summary>
public sealed class YardstickTests
{
    const string Refused = "stepsRefused";

    /// <summary>Walking across the whole arena before it begins is most of it: what was built for the tests is measured.</summary>
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    static readonly string[] everywhere =
    [
        "cpuPerMillion", "bytesPerClientSecond", "rssMb", "serverCpuPct", "serverSystemPct", "movesPerSecond", "updatesPerSecond", "framesPerSecond",
        "readsPerSecond", "generatorCpuPct", "generatorLagMs", "cpuPerMillionLowest", "cpuPerMillionHighest",
    ];

    static readonly string[] ofPlaza = ["latencyP50", "latencyP99", "onTime", "supersededPct", "bytesPerUpdate", "outOfSightRatio"];

    static readonly string[] ofStroll = ["errorP50", "errorP99", "walkingErrorP99", "withinPct", "unknownPct"];

    static readonly string[] faults = ["badMessages", "closed", "sendsBlocked", Refused];

    [Fact]
    public async Task InPlazaStepsAreTold() =>
        Assert.All(await Measure("plaza", "dotnet-raw", ofPlaza, ofStroll), row => Assert.InRange(row.GetProperty("onTime").GetDouble(), 1, 100)); // how many in time is for the benchmark to say, on a machine of its own

    [Fact]
    public async Task InStrollNobodyIsUnknown()
    {
        var row = Assert.Single(await Measure("stroll", "klapphaus", ofStroll, ofPlaza));
        Assert.Equal(0, row.GetProperty("unknownPct").GetDouble());
        Assert.InRange(row.GetProperty("withinPct").GetDouble(), 50, 100);
    }

    [Fact]
    public async Task WhatItCannotMeasureItRefusesInOneSentence()
    {
        var (code, _, errors) = await Run("--peers", "klapphaus,nobody");
        Assert.Equal(2, code);
        Assert.Contains("there is no peer 'nobody'", errors, StringComparison.Ordinal);
    }

    static async Task<List<JsonElement>> Measure(string workload, string peers, string[] told, string[] untold)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "results.json");
        var (code, output, errors) = await Run("--workload", workload, "--walkers", "20", "--seconds", "3", "--warmup", "2", "--peers", peers, "--configuration", "Debug", "--json", file);
        Assert.True(code == 0, $"{errors}{output}");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        List<JsonElement> rows = [.. json.RootElement.GetProperty("results").EnumerateArray().Select(row => row.Clone())];
        Assert.Equal(peers.Split(','), rows.Select(row => row.GetProperty("peer").GetString()!));
        Assert.All(rows, row => AssertRow(row, workload, told, untold));
        Assert.All(rows, row => Assert.Contains($"| {row.GetProperty("peer")} | {workload} | 20 | 1 |", output, StringComparison.Ordinal));
        return rows;
    }

    static void AssertRow(JsonElement row, string workload, string[] told, string[] untold)
    {
        Assert.Equal(workload, row.GetProperty("workload").GetString());
        Assert.Equal((20, 1), (row.GetProperty("walkers").GetInt32(), row.GetProperty("runs").GetInt32()));
        Assert.All(everywhere.Concat(told).Concat(faults), name => Assert.True(row.GetProperty(name).ValueKind == JsonValueKind.Number, name));
        Assert.All(untold.Append("ratio"), name => Assert.True(row.GetProperty(name).ValueKind == JsonValueKind.Null, name));
        Assert.All(faults.Where(name => name != Refused), name => Assert.True(row.GetProperty(name).GetDouble() == 0, name));
        // a machine that stands still for seconds brings each walker a step that is refused, and no more
        Assert.InRange(row.GetProperty(Refused).GetDouble(), 0, 20);
    }

    static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Script(), arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var run = Process.Start(start)!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await run.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            run.Kill(entireProcessTree: true);
            throw new TimeoutException($"The yardstick did not come to an end. It said: {await errors}", late);
        }
        return (run.ExitCode, await output, await errors);
    }

    static string Script([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "benchmarks", "run.sh"));
}
