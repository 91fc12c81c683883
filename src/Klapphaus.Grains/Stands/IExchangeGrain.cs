using Klapphaus.Grains.Conversations;

namespace Klapphaus.Grains.Stands;

/// <summary>
/// Two members exchange cards; the key is <see cref="Exchange.KeyOf"/>. As long as not both have said yes nothing of it is stored, and who is asked hears only that.
/// </summary>
[Alias("Klapphaus.IExchangeGrain")]
public interface IExchangeGrain : IGrainWithStringKey
{
    /// <summary>One of them says yes, and to what. Who says so first has to be in one conversation with the other.</summary>
    /// <param name="member">Who says so.</param>
    /// <param name="consent">To what.</param>
    /// <param name="partner">Whether they talk with each other.</param>
    [Alias("Agree")]
    Task<ExchangeAnswer> Agree(string member, CardConsentState consent, TalkPartner partner);

    /// <summary>One of them says no, or no longer wants to.</summary>
    [Alias("Refuse")]
    Task<ExchangeAnswer> Refuse(string member);
}
