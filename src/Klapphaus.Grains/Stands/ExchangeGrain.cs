using Klapphaus.Grains.Conversations;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Holds what two people have said to an exchange (<see cref="CardExchange"/>), and brings each card to the other once both have said yes.</summary>
sealed class ExchangeGrain(TimeProvider time) : Grain, IExchangeGrain
{
    /// <summary>Null when there is none, and when it is done: then the cards are kept by those who have them alone.</summary>
    CardExchange? exchange;
    DateTimeOffset until;
    /// <summary>What each is called, by member.</summary>
    Dictionary<string, string> names = [];
    /// <summary>The id of each one's last yes, by member, also of one that is done: the same act sent twice is one.</summary>
    readonly Dictionary<string, string> said = [];

    public async Task<ExchangeAnswer> Agree(string member, CardConsentState consent, TalkPartner partner)
    {
        var now = time.GetUtcNow();
        var other = OtherThan(member);
        if (partner.Error == ErrorCode.NotAllowed) return new() { Error = ErrorCode.NotAllowed };
        var isRepeated = said.GetValueOrDefault(member) == consent.Id;
        if (isRepeated && exchange is not { IsAgreed: true }) return Answer(member, other) with { Repeated = true };
        if (exchange is null || exchange.IsOver(now))
        {
            if (partner.Error != ErrorCode.None) return new() { Error = exchange is not null ? ErrorCode.ExchangeOver : partner.Error };
            (exchange, until) = (new(member, other, now), now + CardExchange.Patience);
            names = new() { [member] = partner.Own, [other] = partner.Name };
            said.Clear();
        }
        else if (!said.ContainsKey(other) && partner.Error != ErrorCode.None) return new() { Error = partner.Error };
        var wasAgreed = exchange.IsAgreed;
        var error = CardErrors.Of(exchange.Agree(consent.ToConsent(member), consent.Card.ToCard(), ConsentWords.ForPeople, now));
        if (error != ErrorCode.None) return new() { Error = error };
        if (!wasAgreed) said[member] = consent.Id;
        if (!exchange.IsAgreed) return Answer(member, other);
        if (await DeliverAsync(exchange) is not ErrorCode.None and var why)
        {
            End();
            return new() { Error = why };
        }
        var (given, received) = (exchange.CardFor(other)!.Card, exchange.CardFor(member)!.Card);
        exchange = null;
        return Answer(member, other) with { Given = CardState.Of(given), Received = CardState.Of(received) };
    }

    public async Task<ExchangeAnswer> Refuse(string member)
    {
        if (exchange is null || exchange.IsOver(time.GetUtcNow())) return new() { Error = ErrorCode.ExchangeOver };
        // both have said yes, and a store has failed before both had everything
        if (exchange.IsAgreed) await UndoAsync(exchange);
        var answer = Answer(member, OtherThan(member));
        End();
        DeactivateOnIdle();
        return answer;
    }

    /// <summary>
    /// To both or to none. Who gives is told of it first: whatever a store does in between, a card that somebody has is one that its owner can take back. Where a
    /// store has failed it is done once more as soon as one of them says yes again.
    /// </summary>
    async Task<ErrorCode> DeliverAsync(CardExchange agreed)
    {
        (string Of, string With)[] ways = [(agreed.First, agreed.Second), (agreed.Second, agreed.First)];
        foreach (var (of, with) in ways)
            if (await Cards(of).MayExchange(with) is not ErrorCode.None and var why) return why;
        foreach (var (of, with) in ways)
            if (await Cards(of).Give(new() { Handed = HandedCardState.Of(agreed.CardFor(with)!), To = with, Name = names[with] }) is not ErrorCode.None and var why) return await UndoAsync(agreed, why);
        foreach (var (of, with) in ways)
            if (await Cards(of).Receive(new() { Handed = HandedCardState.Of(agreed.CardFor(of)!), Name = names[with] }) is not ErrorCode.None and var why) return await UndoAsync(agreed, why);
        return ErrorCode.None;
    }

    async Task<ErrorCode> UndoAsync(CardExchange agreed, ErrorCode why = ErrorCode.None)
    {
        foreach (var (of, with) in new[] { (agreed.First, agreed.Second), (agreed.Second, agreed.First) })
        {
            await Cards(with).TakeBack(agreed.CardFor(with)!.Id, of); // unknown there, it has never come
            await Cards(of).ForgetGiven(agreed.CardFor(with)!.Id);
        }
        return why;
    }

    /// <summary>It has come to nothing, and nothing of it is kept.</summary>
    void End()
    {
        exchange = null;
        said.Clear();
    }

    ExchangeAnswer Answer(string member, string other) => new() { Own = names[member], Name = names[other], Until = until };

    string OtherThan(string member)
    {
        var both = this.GetPrimaryKeyString().Split('|');
        return both[0] == member ? both[1] : both[0];
    }

    ICardGrain Cards(string member) => GrainFactory.GetGrain<ICardGrain>(member);
}
