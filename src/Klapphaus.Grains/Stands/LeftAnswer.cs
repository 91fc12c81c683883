namespace Klapphaus.Grains.Stands;

/// <summary>What became of a question or a card at a stand, and who is to hear of it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.LeftAnswer")]
public sealed record LeftAnswer
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>What is wrong with the words.</summary>
    [Id(1)] public FaultState[] Faults { get; init; } = [];
    /// <summary>What the stand is called.</summary>
    [Id(2)] public string Stand { get; init; } = "";
    /// <summary>Ids of members; nobody when it was so already.</summary>
    [Id(3)] public string[] Tell { get; init; } = [];
}
