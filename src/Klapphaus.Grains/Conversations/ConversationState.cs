namespace Klapphaus.Grains.Conversations;

/// <summary>A conversation as feeds hear of it: everything, so that a room that has lost its memory can be told.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.ConversationState")]
public sealed record ConversationState
{
    [Id(0)] public required int Id { get; init; }
    /// <summary>Id of the area that it belongs to, or null for a circle.</summary>
    [Id(1)] public string? Area { get; init; }
    [Id(2)] public string Topic { get; init; } = "";
    [Id(3)] public bool Closed { get; init; }
    [Id(4)] public bool Full { get; init; }
    [Id(5)] public bool SpeakersOnly { get; init; }
    /// <summary>In the order in which they came.</summary>
    [Id(6)] public required ParticipantState[] People { get; init; }
    /// <summary>Handles, first come first.</summary>
    [Id(7)] public int[] Knocks { get; init; } = [];
    /// <summary>Handle, or -1.</summary>
    [Id(8)] public int Leader { get; init; } = -1;
    /// <summary>Members who were taken out and may not come back by themselves.</summary>
    [Id(9)] public string[] Removed { get; init; } = [];
    /// <summary>Sound and picture go by way of the media server.</summary>
    [Id(10)] public bool Routed { get; init; }
    /// <summary>The room has lost its memory and waits for some who were in it: those who know it already know it better.</summary>
    [Id(11)] public bool Recovering { get; init; }

    /// <summary>As it is written when a call fails: without what it is about.</summary>
    public override string ToString() => $"conversation {Id}";
}
