using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Conversations;

/// <summary>Somebody is no longer in a conversation.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.TalkParting")]
public sealed record TalkParting([property: Id(0)] int Handle, [property: Id(1)] int Conversation, [property: Id(2)] PartingReason Reason);
