using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Wants to hear and not to be heard in the conversation, or to be heard again.</summary>
[MessagePackObject]
public sealed record ListenRequest
{
    [Key("listens")] public required bool Listens { get; init; }
}
