using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Says something to everybody in the house. For moderators.</summary>
[MessagePackObject]
public sealed record AnnounceRequest
{
    /// <summary>1 to 1,000 characters.</summary>
    [Key("text")] public required string Text { get; init; }
}
