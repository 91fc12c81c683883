namespace Klapphaus.World.Moderation;

/// <summary>Somebody may not come in.</summary>
/// <param name="Reason">In the moderator's words; the person concerned reads it.</param>
/// <param name="Since">From when on.</param>
/// <param name="Until">The end; null when it has none.</param>
/// <param name="By">Id of the member who said so.</param>
public sealed record Ban(string Reason, DateTimeOffset Since, DateTimeOffset? Until, string By)
{
    public bool IsInForce(DateTimeOffset now) => Until is not { } end || now < end;
}
