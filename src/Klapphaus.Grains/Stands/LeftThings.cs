namespace Klapphaus.Grains.Stands;

/// <summary>What visitors have left at a stand: all of it for its hosts, or what one member has left.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.LeftThings")]
public sealed record LeftThings
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>What the stand is called.</summary>
    [Id(1)] public string Stand { get; init; } = "";
    /// <summary>The oldest first.</summary>
    [Id(2)] public EnquiryState[] Enquiries { get; init; } = [];
    [Id(3)] public HandedCardState[] Cards { get; init; } = [];
    [Id(4)] public TakenBackCardState[] TakenBack { get; init; } = [];
    /// <summary>Who looks after the stand, by member.</summary>
    [Id(5)] public Dictionary<string, TeammateState> Team { get; init; } = [];
}
