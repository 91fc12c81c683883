using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Asks somebody to switch the microphone on; a mute is taken away. For moderators.</summary>
[MessagePackObject]
public sealed record AskToSpeakRequest
{
    [Key("handle")] public required int Handle { get; init; }
}
