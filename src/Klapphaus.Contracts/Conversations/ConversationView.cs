using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A conversation as everybody in the room sees it.</summary>
[MessagePackObject]
public sealed record ConversationView
{
    [Key("id")] public required int Id { get; init; }
    /// <summary>Id of the area that it belongs to, or null for a circle.</summary>
    [Key("area")] public string? Area { get; init; }
    /// <summary>Numbers of those who are in it.</summary>
    [Key("people")] public required int[] People { get; init; }
    /// <summary>Empty when nobody has said.</summary>
    [Key("topic")] public string Topic { get; init; } = "";
    /// <summary>One knocks.</summary>
    [Key("closed")] public bool Closed { get; init; }
    /// <summary>One asks to join.</summary>
    [Key("full")] public bool Full { get; init; }
}
