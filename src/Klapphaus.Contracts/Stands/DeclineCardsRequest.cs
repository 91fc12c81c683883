using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Says no to an exchange of cards with somebody, or no longer wants to.</summary>
[MessagePackObject]
public sealed record DeclineCardsRequest
{
    /// <summary>The other's id.</summary>
    [Key("member")] public required string Member { get; init; }
}
