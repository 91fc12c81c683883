using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>One's own conversation.</summary>
[MessagePackObject]
public sealed record TalkView
{
    [Key("id")] public required int Id { get; init; }
    /// <summary>Id of the area that it belongs to, or null for a circle.</summary>
    [Key("area")] public string? Area { get; init; }
    [Key("topic")] public string Topic { get; init; } = "";
    [Key("closed")] public bool Closed { get; init; }
    /// <summary>Only those are heard who have the word.</summary>
    [Key("speakersOnly")] public bool SpeakersOnly { get; init; }
    /// <summary>Sound and picture go by way of the media server, and not from each browser to each.</summary>
    [Key("routed")] public bool Routed { get; init; }
    /// <summary>In the order in which they came; oneself among them.</summary>
    [Key("people")] public required ParticipantView[] People { get; init; }
    /// <summary>Numbers of those who ask to be let in, first come first.</summary>
    [Key("knocks")] public int[] Knocks { get; init; } = [];
    /// <summary>Number of the one who asks the others to come along, or -1.</summary>
    [Key("leader")] public int Leader { get; init; } = -1;
}
