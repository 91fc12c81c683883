namespace Klapphaus.World.Stands;

/// <summary>An edit that was taken.</summary>
/// <param name="Field">Of which field.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it became, by whom and when.</param>
/// <param name="Undoes">Revision of the change that it undid; 0 for a change of its own.</param>
public sealed record StandChange(StandField Field, FieldVersion Before, FieldVersion After, long Undoes = 0)
{
    public long Revision => After.Revision;
}
