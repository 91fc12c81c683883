using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>Somebody stopped where a conversation might have begun, and none did.</summary>
/// <param name="Avatar">Who stopped.</param>
/// <param name="Obstacle">What is in the way.</param>
/// <param name="Conversation">Number of the conversation that one may knock at, or 0.</param>
/// <param name="Other">Number of the avatar that is not to be disturbed, or -1.</param>
public readonly record struct Refusal(Avatar Avatar, Obstacle Obstacle, int Conversation, int Other);
