using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What one has typed so far, for those who read along; empty when it was taken back.</summary>
[MessagePackObject]
public sealed record TypeRequest
{
    /// <summary>At most 1,000 characters.</summary>
    [Key("text")] public required string Text { get; init; }
}
