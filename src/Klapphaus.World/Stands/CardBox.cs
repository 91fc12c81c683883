namespace Klapphaus.World.Stands;

/// <summary>The cards that a stand or a member has been handed.</summary>
/// <param name="cards">The oldest first; kept up to date in place, since that is what is stored.</param>
/// <param name="takenBack">Those that are no more; kept up to date in the same way.</param>
public sealed class CardBox(List<HandedCard> cards, List<TakenBackCard> takenBack)
{
    public const int Most = 5_000;

    /// <summary>So many that were taken back are told of; the oldest are forgotten.</summary>
    public const int MostTakenBack = 5_000;

    public IReadOnlyList<HandedCard> Cards => cards;

    public IReadOnlyList<TakenBackCard> TakenBack => takenBack;

    /// <summary>Takes a card in. There is one of each member: who hands over another has agreed anew, and has taken the former back. The same act sent twice is one.</summary>
    public CardOutcome Put(HandedCard card)
    {
        if (takenBack.Exists(c => c.Id == card.Id)) return CardOutcome.Unknown;
        if (cards.Find(c => c.Id == card.Id) is { } known) return known.From == card.From ? CardOutcome.Done : CardOutcome.Unknown;
        if (cards.Count(c => c.From != card.From) >= Most) return CardOutcome.Full;
        Forget(card.From, card.Consent);
        cards.Add(card);
        return CardOutcome.Done;
    }

    /// <summary>The member takes a card back: nothing remains but that one was.</summary>
    public CardOutcome TakeBack(string id, string from, DateTimeOffset now)
    {
        if (takenBack.Exists(c => c.Id == id)) return CardOutcome.Done;
        if (cards.RemoveAll(c => c.Id == id && c.From == from) == 0) return CardOutcome.Unknown;
        return Note(new(id, now));
    }

    /// <summary>Something is no more that may have been taken along.</summary>
    public CardOutcome Note(TakenBackCard gone)
    {
        takenBack.Add(gone);
        if (takenBack.Count > MostTakenBack) takenBack.RemoveAt(0);
        return CardOutcome.Done;
    }

    /// <summary>Who was handed it throws it away; nothing remains. False when it was not there.</summary>
    public bool Discard(string id) => cards.RemoveAll(c => c.Id == id) > 0;

    /// <summary>The house forgets a member: as if it had taken all its cards back. Returns how many there were.</summary>
    public int Forget(string from, DateTimeOffset now)
    {
        var ids = cards.Where(c => c.From == from).Select(c => c.Id).ToList();
        foreach (var id in ids) TakeBack(id, from, now);
        return ids.Count;
    }
}
