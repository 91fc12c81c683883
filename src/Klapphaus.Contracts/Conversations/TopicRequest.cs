using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Says what the conversation is about, for people nearby.</summary>
[MessagePackObject]
public sealed record TopicRequest
{
    /// <summary>At most 80 characters; empty takes it away.</summary>
    [Key("topic")] public required string Topic { get; init; }
}
