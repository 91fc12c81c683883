using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Why the connection ends.</summary>
[MessagePackObject]
public sealed record SentAwayEvent
{
    /// <summary>A <see cref="DisconnectCode"/>.</summary>
    [Key("code")] public required int Code { get; init; }
    /// <summary>Whether the client may connect again by itself.</summary>
    [Key("comeBack")] public required bool ComeBack { get; init; }
}
