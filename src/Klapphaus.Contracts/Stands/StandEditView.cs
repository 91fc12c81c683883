namespace Klapphaus.Contracts;

/// <summary>What became of an edit, and how the field stands after it.</summary>
public sealed record StandEditView
{
    public required string Field { get; init; }
    /// <summary>taken, same, outdated, unusable, or forgotten: it was to undo a change that the history does not reach back to.</summary>
    public required string Verdict { get; init; }
    public required StandFieldView Now { get; init; }
    /// <summary>What is wrong with the value; none unless it is unusable.</summary>
    public required StandFaultView[] Faults { get; init; }
}
