using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Somebody in one's own conversation.</summary>
[MessagePackObject]
public sealed record ParticipantView
{
    [Key("handle")] public required int Handle { get; init; }
    /// <summary>stopped, met, cameIn or letIn: how they came in.</summary>
    [Key("why")] public required string Why { get; init; }
    /// <summary>Number of the person beside whom they came in; their own when there was nobody.</summary>
    [Key("with")] public required int With { get; init; }
    /// <summary>The others may hear them.</summary>
    [Key("heard")] public required bool Heard { get; init; }
    /// <summary>They have sound and picture; without a media server only four do.</summary>
    [Key("sound")] public required bool Sound { get; init; }
    /// <summary>They only want to hear.</summary>
    [Key("listens")] public bool Listens { get; init; }
    /// <summary>They have the word, where one needs it.</summary>
    [Key("word")] public bool Word { get; init; }
    /// <summary>A moderator lets nobody hear them.</summary>
    [Key("muted")] public bool Muted { get; init; }
    /// <summary>A moderator lets nobody see their camera or screen.</summary>
    [Key("hidden")] public bool Hidden { get; init; }
    /// <summary>Their place in the row of raised hands, from 1; 0 when the hand is down.</summary>
    [Key("hand")] public int Hand { get; init; }
    /// <summary>They walk after the one who leads.</summary>
    [Key("follows")] public bool Follows { get; init; }
    /// <summary>What they have switched on.</summary>
    [Key("microphone")] public bool Microphone { get; init; }
    [Key("camera")] public bool Camera { get; init; }
    [Key("screen")] public bool Screen { get; init; }
}
