using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Conversations;

/// <summary>Somebody stopped where a conversation might have begun, and none did; <paramref name="Other"/> is the handle of who is not to be disturbed, or -1.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.TalkRefusal")]
public sealed record TalkRefusal([property: Id(0)] int Handle, [property: Id(1)] Obstacle Obstacle, [property: Id(2)] int Conversation, [property: Id(3)] int Other);
