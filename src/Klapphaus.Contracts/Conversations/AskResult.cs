using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What came of something that was asked for in a conversation.</summary>
[MessagePackObject]
public sealed record AskResult
{
    /// <summary>0 when it is so now, or an <see cref="ErrorCode"/>.</summary>
    [Key("error")] public int Error { get; init; }
}
