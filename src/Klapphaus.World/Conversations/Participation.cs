namespace Klapphaus.World.Conversations;

/// <summary>What is known of somebody in a conversation, apart from the room: to be put back into one that has lost its memory.</summary>
/// <param name="Member">The member's id.</param>
/// <param name="Why">How it came in.</param>
/// <param name="With">Number of the avatar beside which it came in.</param>
/// <param name="Listens">Wants to hear and not to be heard.</param>
/// <param name="HasWord">May be heard where only speakers are.</param>
/// <param name="HandAge">For how long the hand has been up, in milliseconds; -1 when it is not.</param>
/// <param name="Follows">Walks after the one who leads.</param>
/// <param name="Sends">What it has switched on.</param>
public sealed record Participation(string Member, JoinReason Why, int With, bool Listens, bool HasWord, long HandAge, bool Follows, MediaKinds Sends);
