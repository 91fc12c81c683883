using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What visitors have left at a stand. Never changed in place: what cannot be stored has not happened.</summary>
[GenerateSerializer]
[Alias("Klapphaus.StandEnquiriesState")]
public sealed record StandEnquiriesState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>The oldest first.</summary>
    [Id(1)] public EnquiryState[] Enquiries { get; init; } = [];
    /// <summary>The oldest first, one of each member at most.</summary>
    [Id(2)] public HandedCardState[] Cards { get; init; } = [];
    /// <summary>Cards that are no more, and questions with an address or number, which hosts may have taken along.</summary>
    [Id(3)] public TakenBackCardState[] TakenBack { get; init; } = [];

    /// <summary>The same after the rules have changed it.</summary>
    public StandEnquiriesState With<T>(Func<EnquiryList, T> change, out T outcome)
    {
        var all = Enquiries.Select(e => e.ToEnquiry()).ToList();
        outcome = change(new(all));
        return this with { Enquiries = [.. all.Select(EnquiryState.Of)] };
    }

    /// <summary>The same after the rules have changed it.</summary>
    public StandEnquiriesState With<T>(Func<CardBox, T> change, out T outcome)
    {
        var cards = Cards.Select(c => c.ToHandedCard()).ToList();
        var takenBack = TakenBack.Select(c => c.ToTakenBackCard()).ToList();
        outcome = change(new(cards, takenBack));
        return this with { Cards = [.. cards.Select(HandedCardState.Of)], TakenBack = [.. takenBack.Select(TakenBackCardState.Of)] };
    }

    /// <summary>The same when a visitor takes a question back.</summary>
    public StandEnquiriesState WithoutEnquiry(string id, string visitor, DateTimeOffset now, out EnquiryOutcome outcome)
    {
        var was = Array.Find(Enquiries, e => e.Id == id && e.Visitor == visitor);
        var rest = With((EnquiryList all) => all.TakeBack(id, visitor), out outcome);
        return was is { Reach.Length: > 0 } ? rest.With((CardBox cards) => cards.Note(new(id, now)), out _) : rest;
    }

    /// <summary>The same without a member: what they have left is gone, and what they have answered is by nobody.</summary>
    public StandEnquiriesState Without(string member, DateTimeOffset now)
    {
        var rest = this;
        foreach (var own in Enquiries.Where(e => e.Visitor == member)) rest = rest.WithoutEnquiry(own.Id, member, now, out _);
        rest = rest.With((CardBox cards) => cards.Forget(member, now), out _);
        return rest with { Enquiries = Array.ConvertAll(rest.Enquiries, e => e.Without(member)) };
    }

    /// <summary>Something of a member is kept here.</summary>
    public bool Names(string member) => Array.Exists(Enquiries, e => e.Visitor == member || e.AnsweredBy == member) || Array.Exists(Cards, c => c.From == member);

    /// <summary>Nothing is otherwise than there.</summary>
    public bool IsSameAs(StandEnquiriesState other) =>
        Enquiries.SequenceEqual(other.Enquiries) && Cards.SequenceEqual(other.Cards) && TakenBack.SequenceEqual(other.TakenBack);

    /// <summary>As it is written when a call fails: without what it says.</summary>
    public override string ToString() => "enquiries";
}
