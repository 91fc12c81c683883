namespace Klapphaus.World.Stands;

/// <summary>What became of an edit, and how the field stands after it.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Now">What is there now, by whom and since when. For the place of an item that has been taken away: the item.</param>
/// <param name="Faults">What is wrong with the value; empty unless it cannot be used.</param>
public sealed record EditResult(EditVerdict Verdict, FieldVersion Now, IReadOnlyList<StandFault> Faults)
{
    /// <summary>What the host wanted is so.</summary>
    public bool IsConfirmed => Verdict is EditVerdict.Taken or EditVerdict.Same;
}
