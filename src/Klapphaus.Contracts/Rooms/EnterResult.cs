using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Whether one is inside now.</summary>
[MessagePackObject]
public sealed record EnterResult
{
    /// <summary>An <see cref="ErrorCode"/>; 0 when inside.</summary>
    [Key("error")] public int Error { get; init; }
    /// <summary>The room that was meant: a door's target, where it is full.</summary>
    [Key("room")] public string? Room { get; init; }
}
