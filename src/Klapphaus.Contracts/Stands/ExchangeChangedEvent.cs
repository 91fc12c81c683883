using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>How an exchange of cards with somebody stands.</summary>
[MessagePackObject]
public sealed record ExchangeChangedEvent
{
    /// <summary>The other's id.</summary>
    [Key("member")] public required string Member { get; init; }
    /// <summary>What they are called.</summary>
    [Key("name")] public required string Name { get; init; }
    /// <summary>asked: they want to, and wait for one's answer; agreed: both have said yes; declined: they do not want to.</summary>
    [Key("state")] public required string State { get; init; }
    /// <summary>Milliseconds since 1970: so long one may answer; 0 when there is nothing to answer.</summary>
    [Key("until")] public long Until { get; init; }
    /// <summary>What one has got; null unless both have said yes.</summary>
    [Key("card")] public CardView? Card { get; init; }
}
