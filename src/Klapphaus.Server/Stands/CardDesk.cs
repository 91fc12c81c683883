using Klapphaus.Contracts;
using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Where cards are handed over, exchanged and taken back. What somebody agrees to is compared with what they were shown, and those concerned are told.</summary>
sealed class CardDesk(IGrainFactory grains, Messenger messenger)
{
    /// <summary>Gives a card to a stand.</summary>
    public async Task<ErrorCode> HandAsync(StandCaller who, string stand, string id, HandCardRequest request)
    {
        var (consent, error) = await ReadAsync(who.Member, id, request, ConsentWords.ForStands);
        if (consent is null) return error;
        return await TellAsync(stand, await grains.GetGrain<IStandEnquiryGrain>(stand).Hand(who, consent), "handed");
    }

    /// <summary>Takes a card back from a stand.</summary>
    public async Task<ErrorCode> TakeBackAsync(string member, string stand, string card) =>
        await TellAsync(stand, await grains.GetGrain<IStandEnquiryGrain>(stand).TakeBackCard(member, card), "takenBack");

    /// <summary>Takes a card back from another person.</summary>
    public async Task<ErrorCode> TakeBackAsync(string member, string card)
    {
        var own = grains.GetGrain<ICardGrain>(member);
        if (Array.Find((await own.All()).Given, g => g.Handed.Id == card) is not { } given) return ErrorCode.CardUnknown;
        await grains.GetGrain<ICardGrain>(given.To).TakeBack(card, member); // unknown there, it has been thrown away
        await own.ForgetGiven(card);
        return ErrorCode.None;
    }

    /// <summary>Throws away a card that one has got from another person, who is not told, but sees no more that one has it.</summary>
    public async Task<ErrorCode> DiscardAsync(string member, string card)
    {
        if (await grains.GetGrain<ICardGrain>(member).Discard(card) is not { } from) return ErrorCode.CardUnknown;
        await grains.GetGrain<ICardGrain>(from).ForgetGiven(card);
        return ErrorCode.None;
    }

    /// <summary>Says yes to an exchange with somebody, over the connection by which one is in the house.</summary>
    public async Task<ErrorCode> OfferAsync(Visitor me, OfferCardRequest request)
    {
        if (Other(me, request.Member) is not { } other) return ErrorCode.PersonUnknown;
        if (ActKey.Of(request.Id) is not { } id) return ErrorCode.Malformed;
        var asked = new HandCardRequest { Fields = request.Fields, Wording = request.Wording, Seal = request.Seal };
        var (consent, error) = await ReadAsync(me.Caller.Id, id, asked, ConsentWords.ForPeople);
        if (consent is null) return error;
        var partner = me.Stay is { } stay
            ? await grains.GetGrain<IRoomTalkGrain>(stay.Room).Meets(new(me.Caller.Id, me.ConnectionId), other) : new() { Error = ErrorCode.NotInRoom };
        if (await ShunAsync(me.Caller.Id, other)) partner = new() { Error = ErrorCode.NotAllowed };
        var answer = await Exchange(me, other).Agree(me.Caller.Id, consent, partner);
        if (answer.Error != ErrorCode.None || answer.Repeated) return answer.Error;
        if (answer.Received is null) await TellAsync(other, new() { Member = me.Caller.Id, Name = answer.Own, State = "asked", Until = answer.Until.ToUnixTimeMilliseconds() });
        else
        {
            await TellAsync(other, new() { Member = me.Caller.Id, Name = answer.Own, State = "agreed", Card = CardViews.Card(answer.Given!) });
            await TellAsync(me.Caller.Id, new() { Member = other, Name = answer.Name, State = "agreed", Card = CardViews.Card(answer.Received) });
        }
        return ErrorCode.None;
    }

    /// <summary>Says no to an exchange.</summary>
    public async Task<ErrorCode> DeclineAsync(Visitor me, DeclineCardsRequest request)
    {
        if (Other(me, request.Member) is not { } other) return ErrorCode.PersonUnknown;
        var answer = await Exchange(me, other).Refuse(me.Caller.Id);
        if (answer.Error == ErrorCode.None) await TellAsync(other, new() { Member = me.Caller.Id, Name = answer.Own, State = "declined" });
        return answer.Error;
    }

    /// <summary>Tells those whom it concerns that something was left at a stand, taken back, or answered.</summary>
    public async Task<ErrorCode> TellAsync(string stand, LeftAnswer answer, string kind)
    {
        if (answer.Error == ErrorCode.None)
            await messenger.TellAsync(answer.Tell, nameof(IHouseClient.EnquiriesChanged), new EnquiriesChangedEvent { Stand = stand, Name = answer.Stand, Kind = kind });
        return answer.Error;
    }

    /// <summary>The consent together with the card that it is about; refused when that is not what was shown.</summary>
    async Task<(CardConsentState? Consent, ErrorCode Error)> ReadAsync(string member, string id, HandCardRequest request, string wording)
    {
        if (CardWords.Read(request.Fields) is not { } fields || request.Wording is null || request.Seal is null) return (null, ErrorCode.Malformed);
        var card = (await grains.GetGrain<ICardGrain>(member).All()).Own ?? new();
        if (fields == CardFields.None || (card.ToCard().Filled & fields) != fields) return (null, ErrorCode.CardEmpty);
        if (request.Wording != wording || request.Seal != CardViews.Seal(card, fields, wording)) return (null, ErrorCode.CardOutdated);
        return (new() { Id = id, Fields = fields, Wording = wording, Card = card }, ErrorCode.None);
    }

    /// <summary>One of them wants to have nothing to do with the other, wherever they are.</summary>
    async Task<bool> ShunAsync(string one, string other) =>
        (await grains.GetGrain<IMemberGrain>(one).Export()).Shuns.Contains(other) || (await grains.GetGrain<IMemberGrain>(other).Export()).Shuns.Contains(one);

    Task TellAsync(string member, ExchangeChangedEvent news) => messenger.TellAsync([member], nameof(IHouseClient.ExchangeChanged), news);

    /// <summary>Null for what is nobody else's id.</summary>
    static string? Other(Visitor me, string? member) => GrainKey.Of(member) is { } other && !other.Contains('|', StringComparison.Ordinal) && other != me.Caller.Id ? other : null;

    IExchangeGrain Exchange(Visitor me, string other) => grains.GetGrain<IExchangeGrain>(Grains.Stands.Exchange.KeyOf(me.Caller.Id, other));
}
