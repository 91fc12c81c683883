using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What became of one edit, and how the field stands after it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.EditAnswer")]
public sealed record EditAnswer
{
    /// <summary>As the host has written it; empty when it was to undo a change that nobody remembers.</summary>
    [Id(0)] public required string Field { get; init; }
    [Id(1)] public required EditVerdict Verdict { get; init; }
    [Id(2)] public required FieldState Now { get; init; }
    [Id(3)] public FaultState[] Faults { get; init; } = [];

    public static EditAnswer Of(string field, EditResult result) =>
        new() { Field = field, Verdict = result.Verdict, Now = FieldState.Of(result.Now), Faults = [.. result.Faults.Select(FaultState.Of)] };
}
