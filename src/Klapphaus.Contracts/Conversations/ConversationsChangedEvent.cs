using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Conversations in the room began, changed or ended.</summary>
[MessagePackObject]
public sealed record ConversationsChangedEvent
{
    /// <summary>True when <see cref="Changed"/> is the whole list.</summary>
    [Key("all")] public bool All { get; init; }
    [Key("changed")] public ConversationView[] Changed { get; init; } = [];
    [Key("ended")] public int[] Ended { get; init; } = [];
}
