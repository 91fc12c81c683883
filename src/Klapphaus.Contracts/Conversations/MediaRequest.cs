using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What one has switched on; the others in the conversation are told.</summary>
[MessagePackObject]
public sealed record MediaRequest
{
    [Key("microphone")] public required bool Microphone { get; init; }
    [Key("camera")] public required bool Camera { get; init; }
    [Key("screen")] public required bool Screen { get; init; }
}
