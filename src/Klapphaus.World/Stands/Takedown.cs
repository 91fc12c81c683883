namespace Klapphaus.World.Stands;

/// <summary>Somebody who keeps the house civil lets nobody see a stand, or one of its materials.</summary>
/// <param name="Reason">In the moderator's words; the team reads it.</param>
/// <param name="By">Id of the member who said so.</param>
/// <param name="Since">From when on.</param>
public sealed record Takedown(string Reason, string By, DateTimeOffset Since);
