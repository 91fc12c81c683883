using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What a member agrees to hand over, and the card that they had before the eyes, as it travels.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.CardConsentState")]
public sealed record CardConsentState
{
    /// <summary>Random, of this act; the same when it is sent again.</summary>
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required CardFields Fields { get; init; }
    /// <summary>Version of the words that they had before the eyes.</summary>
    [Id(2)] public required string Wording { get; init; }
    /// <summary>All of the card as the house has it.</summary>
    [Id(3)] public required CardState Card { get; init; }

    public CardConsent ToConsent(string from) => new(Id, from, Fields, Wording);

    /// <summary>As it is written when a call fails: without what stands on the card.</summary>
    public override string ToString() => Id;
}
