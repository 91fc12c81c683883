namespace Klapphaus.Contracts;

/// <summary>What the house tells of cards and of what is left at stands. It comes wherever in the house one is.</summary>
public interface ICardClient
{
    /// <summary>Somebody wants to exchange cards with one, or has said yes or no to it.</summary>
    Task ExchangeChanged(ExchangeChangedEvent news);

    /// <summary>A visitor has left something at a stand whose enquiries one looks after, or taken it back; or one's own question was answered.</summary>
    Task EnquiriesChanged(EnquiriesChangedEvent news);
}
