namespace Klapphaus.World.Stands;

/// <summary>A field as it is or was.</summary>
/// <param name="Value">What stands in it; null when nothing does.</param>
/// <param name="Revision">Number of the change that made it so, among all changes of the stand; 0 when nobody has touched it yet.</param>
/// <param name="By">Id of the member who made it so.</param>
/// <param name="Since">When.</param>
/// <param name="Restores">The revision that it brought back, when it came about by undoing what came after; else 0.</param>
public sealed record FieldVersion(StandValue? Value, long Revision, string By, DateTimeOffset Since, long Restores = 0)
{
    public static FieldVersion Untouched { get; } = new(null, 0, "", default);

    /// <summary>The revision whose content this is, were nothing ever undone.</summary>
    public long Origin => Restores > 0 ? Restores : Revision;

    /// <summary>It is what that change made of the field: nothing has come after, or all that did has been undone.</summary>
    public bool StandsFor(long revision) => Revision == revision || Origin == revision;
}
