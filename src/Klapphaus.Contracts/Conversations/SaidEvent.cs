using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Somebody wrote or showed something.</summary>
[MessagePackObject]
public sealed record SaidEvent
{
    /// <summary>text, typing or reaction.</summary>
    [Key("kind")] public required string Kind { get; init; }
    /// <summary>conversation, person or room: whom it is for.</summary>
    [Key("scope")] public required string Scope { get; init; }
    /// <summary>Number of the sender.</summary>
    [Key("from")] public required int From { get; init; }
    /// <summary>Number of the one whom it is for, or -1.</summary>
    [Key("to")] public int To { get; init; } = -1;
    /// <summary>What was written, what is typed so far, or the reaction.</summary>
    [Key("text")] public required string Text { get; init; }
    /// <summary>When the server had it, in milliseconds since 1970.</summary>
    [Key("at")] public required long At { get; init; }
    /// <summary>The number of the text, by which it can be taken back or reported.</summary>
    [Key("id")] public long Id { get; init; }
}
