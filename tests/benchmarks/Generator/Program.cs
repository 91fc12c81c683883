// Called by run.sh, which starts and stops the servers:
//   measure --peer P --driver D --workload plaza|stroll --walkers N --warmup S --seconds S --seed K --port P --pid PID --runs-file F   appends one run
//   report RUNS_FILE [JSON_FILE]                                                                        medians: to the file, and as a table
using Klapphaus.Benchmarks.Generator;
using Klapphaus.Benchmarks.Generator.Plaza;
using Klapphaus.Benchmarks.Generator.Report;
using Klapphaus.Benchmarks.Generator.Stroll;

switch (args)
{
    case ["measure", .. var rest]:
        var options = RunOptions.Read(rest);
        WorkloadRun run = options.Stroll ? new StrollRun(options) : new PlazaRun(options);
        Results.Append(options.RunsFile, run.Execute());
        return 0;
    case ["report", var runsFile, .. var json]:
        var rows = Results.Read(runsFile);
        foreach (var file in json) Results.Write(file, rows);
        Console.Write(Results.Table(rows));
        return 0;
    default:
        Console.Error.WriteLine("This program is called by run.sh.");
        return 2;
}
