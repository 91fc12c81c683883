namespace Klapphaus.World.Moderation;

/// <summary>Somebody may not come in.</summary>
/// <param name="Reason">In the moderator's words; the person concerned reads it.</param>
/// <param name="Since">From when on.</param>
/// <param name="Until">The end that was pronounced; null when it has none.</param>
/// <param name="By">Id of the member who said so.</param>
public sealed record Ban(string Reason, DateTimeOffset Since, DateTimeOffset? Until, string By)
{
    /// <summary>It ends then unless a second moderator confirms it before (<see cref="FourEyes"/>); null where none has to.</summary>
    public DateTimeOffset? Provisional { get; init; }

    /// <summary>When it ends as things stand; null for never.</summary>
    public DateTimeOffset? End => Provisional ?? Until;

    public bool IsInForce(DateTimeOffset now) => End is not { } end || now < end;
}
