using Klapphaus.World.Members;

namespace Klapphaus.World.Moderation;

/// <summary>Somebody who asks to be let into a room, as a moderator has to know them.</summary>
/// <param name="Member">Its id.</param>
/// <param name="Name">As it is called at the moment.</param>
/// <param name="Affiliation">Town or company; may be empty.</param>
/// <param name="Role">What it is in the house.</param>
/// <param name="Verified">The name is vouched for.</param>
/// <param name="Since">From when on it has asked.</param>
public sealed record Asking(string Member, string Name, string Affiliation, Role Role, bool Verified, DateTimeOffset Since);
