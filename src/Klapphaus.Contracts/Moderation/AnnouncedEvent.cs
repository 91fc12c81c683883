using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>The house says something to everybody.</summary>
[MessagePackObject]
public sealed record AnnouncedEvent
{
    [Key("text")] public required string Text { get; init; }
    /// <summary>Milliseconds since 1970.</summary>
    [Key("at")] public required long At { get; init; }
}
