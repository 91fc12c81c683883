using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What is kept of a member's cards. Never changed in place: what cannot be stored has not happened.</summary>
[GenerateSerializer]
[Alias("Klapphaus.CardGrainState")]
public sealed record CardGrainState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>Null as long as the member has filled in nothing.</summary>
    [Id(1)] public CardState? Own { get; init; }
    /// <summary>The oldest first, one of each member at most.</summary>
    [Id(2)] public ReceivedCardState[] Received { get; init; } = [];
    /// <summary>Cards that were among those and are no more.</summary>
    [Id(3)] public TakenBackCardState[] TakenBack { get; init; } = [];
    /// <summary>The oldest first, one to each member at most.</summary>
    [Id(4)] public GivenCardState[] Given { get; init; } = [];

    /// <summary>The same after the rules have changed what was received.</summary>
    /// <param name="change">What the rules do.</param>
    /// <param name="outcome">What they say to it.</param>
    /// <param name="fresh">A card that may be new among them.</param>
    public CardGrainState With<T>(Func<CardBox, T> change, out T outcome, ReceivedCardState? fresh = null)
    {
        var cards = Received.Select(r => r.Handed.ToHandedCard()).ToList();
        var takenBack = TakenBack.Select(c => c.ToTakenBackCard()).ToList();
        outcome = change(new(cards, takenBack));
        return this with
        {
            Received = [.. cards.Select(c => Array.Find(Received, r => r.Handed.Id == c.Id) ?? fresh!)],
            TakenBack = [.. takenBack.Select(TakenBackCardState.Of)],
        };
    }

    /// <summary>The same with a card that another member has from now on, instead of the one before.</summary>
    public CardGrainState With(GivenCardState given) => this with { Given = [.. Given.Where(g => g.To != given.To), given] };

    /// <summary>As it is written when a call fails: without what it says.</summary>
    public override string ToString() => "cards";
}
