namespace Klapphaus.Contracts;

/// <summary>What became of edits, in their order.</summary>
public sealed record StandEditsView
{
    public required StandEditView[] Results { get; init; }
}
