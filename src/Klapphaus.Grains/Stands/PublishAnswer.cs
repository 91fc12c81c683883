namespace Klapphaus.Grains.Stands;

/// <summary>Whether a stand is shown now as was asked, and else what is missing.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.PublishAnswer")]
public sealed record PublishAnswer
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public FaultState[] Missing { get; init; } = [];
}
