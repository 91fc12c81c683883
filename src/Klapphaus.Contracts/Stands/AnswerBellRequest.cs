using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Answers who rings. After a yes one goes there; after a no one is called no longer for this visitor, and may still think better of it.</summary>
[MessagePackObject]
public sealed record AnswerBellRequest
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    /// <summary>Number of the request at this stand (<see cref="BellRangEvent"/>).</summary>
    [Key("request")] public required long Request { get; init; }
    [Key("accept")] public bool Accept { get; init; }
    /// <summary>What one says to a no, which the visitor reads: up to 200 characters, or empty.</summary>
    [Key("text")] public string Text { get; init; } = "";
}
