namespace Klapphaus.Grains.Stands;

/// <summary>What became of edits, in their order, or why none was looked at.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.EditAnswers")]
public sealed record EditAnswers
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public EditAnswer[] Results { get; init; } = [];
    /// <summary>Who looks after the stand, by member.</summary>
    [Id(2)] public Dictionary<string, TeammateState> Team { get; init; } = [];
}
