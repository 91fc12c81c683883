namespace Klapphaus.Contracts;

/// <summary>A stand, or something that lies at it, that was found.</summary>
public sealed record StandHitView
{
    /// <summary>Id of the stand.</summary>
    public required string Stand { get; init; }
    /// <summary>What the stand is called.</summary>
    public required string Name { get; init; }
    /// <summary>The field of what lies there and was found, as in <c>materials/a7</c>; empty when the stand itself was.</summary>
    public required string Item { get; init; }
    /// <summary>Of the stand, or of what lies there.</summary>
    public required string Title { get; init; }
    /// <summary>What the stand is about, in one sentence.</summary>
    public required string Line { get; init; }
    /// <summary>#rrggbb, or empty.</summary>
    public required string Accent { get; init; }
    /// <summary>Id of the room that the stand is in.</summary>
    public required string Room { get; init; }
    /// <summary>Id of its area in that room.</summary>
    public required string Area { get; init; }
    /// <summary>Somebody can be called there just now.</summary>
    public required bool Staffed { get; init; }
    /// <summary>Why it was found, the best reason first; none when no words were asked for.</summary>
    public required MatchReasonView[] Reasons { get; init; }
    /// <summary>Its solutions for the challenge that was asked for; none when none was.</summary>
    public required SolutionReasonView[] Solutions { get; init; }
    /// <summary>How far it is on foot; null when one did not say where one is, or no way leads there.</summary>
    public required int? Metres { get; init; }
    /// <summary>Ids of the doors on the way there, each of the room that one is in by then; null when there is no way.</summary>
    public required string[]? Doors { get; init; }
}
