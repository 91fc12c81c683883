using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Writes something to others.</summary>
[MessagePackObject]
public sealed record SayRequest
{
    /// <summary>1 to 1,000 characters; lines are kept.</summary>
    [Key("text")] public required string Text { get; init; }
    /// <summary>Number of the one person in the room whom it is for, or null.</summary>
    [Key("to")] public int? To { get; init; }
    /// <summary>For everybody in the room; otherwise, and without <see cref="To"/>, for the conversation.</summary>
    [Key("room")] public bool Room { get; init; }
}
