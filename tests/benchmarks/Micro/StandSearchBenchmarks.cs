using BenchmarkDotNet.Attributes;
using Klapphaus.Server.Stands.Search;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>Looking for something among the stands of a great fair: 100 stands with 50 materials each. The house promises an answer in 50 ms.</summary>
public class StandSearchBenchmarks : IDisposable
{
    const int Stands = 100;
    const int MaterialsEach = 50;

    readonly StandIndex index = new();
    StandEntry changed = null!;

    /// <summary>A word that many have; three words; typing errors; a compound that nobody wrote; two letters of who begins to type; nothing, for everything.</summary>
    [Params("Leerstand", "Innenstädte beleben Lörrach", "Inenstadt Leersand", "Wochenmarktmanagement", "in", "")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        StandEntry[] stands = [.. Enumerable.Range(0, Stands).Select(s => Fair.Stand(s, MaterialsEach))];
        index.Put(stands);
        changed = stands[Stands / 2];
        if (index.Find(new(), _ => true).Total != Stands * (MaterialsEach + 1))
            throw new InvalidOperationException("Something is not in the index: this measures something else.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        index.Dispose();
        GC.SuppressFinalize(this); // the class must stay open for BenchmarkDotNet to derive from it
    }

    [Benchmark]
    public int Find() => index.Find(new() { Text = Text }, stand => stand.EndsWith('3')).Hits.Count;

    [Benchmark]
    public int FindNear() => index.Find(new() { Text = Text, Room = "room 1" }, _ => true, new("room 1", (_, place) => place.Length)).Hits.Count;

    /// <summary>A host changes something, and the stand is read anew with its materials.</summary>
    [Benchmark]
    public void Put() => index.Put(changed);
}
