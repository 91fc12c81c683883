using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>Somebody is no longer in a conversation.</summary>
/// <param name="Avatar">Whose.</param>
/// <param name="Conversation">The conversation's number.</param>
/// <param name="Reason">Why.</param>
public readonly record struct Parting(Avatar Avatar, int Conversation, PartingReason Reason);
