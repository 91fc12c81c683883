using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Lets nobody hear several people. For moderators.</summary>
[MessagePackObject]
public sealed record MuteAllRequest
{
    /// <summary>Number of the conversation; 0 for everybody in the room.</summary>
    [Key("conversation")] public int Conversation { get; init; }
    /// <summary>Number of a person who is left out; -1 for nobody.</summary>
    [Key("but")] public int But { get; init; } = -1;
}
