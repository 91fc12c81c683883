namespace Klapphaus.Grains.Stands;

/// <summary>What a stand's team works on.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandDraft")]
public sealed record StandDraft
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public Dictionary<string, FieldState> Fields { get; init; } = [];
    [Id(2)] public ChangeState[] History { get; init; } = [];
    [Id(3)] public string Owner { get; init; } = "";
    /// <summary>By member, the owner among them.</summary>
    [Id(4)] public Dictionary<string, TeammateState> Team { get; init; } = [];
    /// <summary>What has to be filled in before it can be published.</summary>
    [Id(5)] public FaultState[] Missing { get; init; } = [];
}
