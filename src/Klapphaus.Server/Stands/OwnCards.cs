using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;

namespace Klapphaus.Server.Stands;

/// <summary>Everything that a member has in cards, and has left at stands: these are asked one by one, since what is one's own is told of wherever it is.</summary>
sealed class OwnCards(IGrainFactory grains, StandShelf shelf, StandDesk desk)
{
    public async Task<CardsView> ReadAsync(Caller me)
    {
        var kept = await grains.GetGrain<ICardGrain>(me.Id).All();
        return new()
        {
            Own = kept.Own is { } own ? CardViews.Card(own) : null,
            Received = [.. kept.Received.Reverse().Select(CardViews.Received)],
            TakenBack = [.. kept.TakenBack.Reverse().Select(CardViews.TakenBack)],
            Given = [.. kept.Given.Reverse().Select(CardViews.Given)],
            Stands = [.. (await Task.WhenAll((await shelf.ReadAsync()).Select(s => LeftAsync(s.Id, me)))).OfType<LeftAtStandView>()],
        };
    }

    /// <summary>Forgets a member's cards, with themselves and with those who have got one.</summary>
    public async Task EraseAsync(string member)
    {
        var own = grains.GetGrain<ICardGrain>(member);
        var kept = await own.All();
        foreach (var other in kept.Given.Select(g => g.To).Concat(kept.Received.Select(r => r.Handed.From)).Distinct()) await grains.GetGrain<ICardGrain>(other).ForgetMember(member);
        // last: as long as somebody has something of it, it is known who
        await own.Erase();
    }

    async Task<LeftAtStandView?> LeftAsync(string stand, Caller me)
    {
        var left = await grains.GetGrain<IStandEnquiryGrain>(stand).LeftBy(me.ToStandCaller());
        if (left.Enquiries.Length + left.Cards.Length == 0) return null;
        return EnquiryViews.Own(stand, left, await EnquiryEndpoints.NamesAsync(desk, left));
    }
}
