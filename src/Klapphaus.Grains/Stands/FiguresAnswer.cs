namespace Klapphaus.Grains.Stands;

/// <summary>How many came to a stand and what they took along, or why one is not told.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FiguresAnswer")]
public sealed record FiguresAnswer
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>The oldest first.</summary>
    [Id(1)] public ShownPeriodState[] Periods { get; init; } = [];
    /// <summary>What the materials are called that are still there, by their ids.</summary>
    [Id(2)] public Dictionary<string, string> Titles { get; init; } = [];
    [Id(3)] public string Name { get; init; } = "";
}
