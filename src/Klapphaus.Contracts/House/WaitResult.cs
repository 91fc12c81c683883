using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>The place in the queue.</summary>
[MessagePackObject]
public sealed record WaitResult
{
    /// <summary>An <see cref="ErrorCode"/>; 0 when one now waits.</summary>
    [Key("error")] public int Error { get; init; }
    /// <summary>How many wait before one; 0 is next.</summary>
    [Key("ahead")] public int Ahead { get; init; }
    /// <summary>One has asked to be let in, and a moderator sees it.</summary>
    [Key("asks")] public bool Asks { get; init; }
}
