using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What visitors leave at the stand, stored by itself: much of it changes while nobody changes the stand.</summary>
sealed partial class StandGrain : IStandEnquiryGrain
{
    /// <summary>Of one visitor in a minute.</summary>
    const int MostActs = 10;

    Dictionary<string, int> acts = [];
    long actsOf;

    StandEnquiriesState Left => left.State;

    string NameOfStand => content.TextOf(StandPart.Name);

    /// <summary>Whom it concerns what visitors leave.</summary>
    string[] Clerks => [.. team.AllWith(HostRights.Enquiries)];

    public async Task<LeftAnswer> Leave(StandCaller who, EnquiryDraft draft)
    {
        if (Refuse(who, StandAct.See) is { } error) return new() { Error = error };
        List<StandFault> faults = [];
        var enquiry = new Enquiry
        {
            Id = draft.Id,
            Visitor = who.Member,
            Name = who.Name,
            Question = draft.Question,
            CallBack = draft.CallBack,
            Reach = draft.Reach,
            Asked = time.GetUtcNow(),
        }.Read(faults);
        if (faults.Count > 0) return Unusable(faults);
        if (Array.Exists(Left.TakenBack, t => t.Id == enquiry.Id)) return new() { Error = ErrorCode.EnquiryUnknown }; // sent late
        if (IsTooOften(who.Member)) return new() { Error = ErrorCode.TooManyCalls };
        var next = Left.With((EnquiryList all) => all.Leave(enquiry), out var outcome);
        return await KeepLeftAsync(next, Code(outcome), Clerks);
    }

    public async Task<LeftAnswer> Answer(StandCaller who, string enquiry, string text)
    {
        if (Refuse(who, StandAct.ReadEnquiries) is { } error) return new() { Error = error };
        if (Array.Find(Left.Enquiries, e => e.Id == enquiry)?.ToEnquiry() is not { } asked) return new() { Error = ErrorCode.EnquiryUnknown };
        List<StandFault> faults = [];
        var answer = asked.ReadAnswer(text, faults);
        if (faults.Count > 0) return Unusable(faults);
        var next = Left.With((EnquiryList all) => all.Answer(enquiry, who.Member, answer, time.GetUtcNow()), out var outcome);
        return await KeepLeftAsync(next, Code(outcome), [asked.Visitor]);
    }

    public async Task<LeftAnswer> TakeBackEnquiry(string visitor, string enquiry)
    {
        if (IsNone()) return new() { Error = ErrorCode.StandUnknown };
        var next = Left.WithoutEnquiry(enquiry, visitor, time.GetUtcNow(), out var outcome);
        return await KeepLeftAsync(next, Code(outcome), Clerks);
    }

    public async Task<LeftAnswer> Hand(StandCaller who, CardConsentState consent)
    {
        if (Refuse(who, StandAct.See) is { } error) return new() { Error = error };
        var outcome = HandedCard.TryMake(consent.ToConsent(who.Member), consent.Card.ToCard(), ConsentWords.ForStands, time.GetUtcNow(), out var handed);
        if (handed is null) return new() { Error = CardErrors.Of(outcome) };
        if (IsTooOften(who.Member)) return new() { Error = ErrorCode.TooManyCalls };
        var next = Left.With((CardBox cards) => cards.Put(handed), out outcome);
        return await KeepLeftAsync(next, CardErrors.Of(outcome), Clerks);
    }

    public async Task<LeftAnswer> TakeBackCard(string visitor, string card)
    {
        if (IsNone()) return new() { Error = ErrorCode.StandUnknown };
        var next = Left.With((CardBox cards) => cards.TakeBack(card, visitor, time.GetUtcNow()), out var outcome);
        return await KeepLeftAsync(next, CardErrors.Of(outcome), Clerks);
    }

    public Task<LeftThings> AllLeft(StandCaller who)
    {
        if (Refuse(who, StandAct.ReadEnquiries) is { } error) return Task.FromResult(new LeftThings { Error = error });
        return Task.FromResult(new LeftThings { Stand = NameOfStand, Enquiries = Left.Enquiries, Cards = Left.Cards, TakenBack = Left.TakenBack, Team = State.Team });
    }

    public Task<LeftThings> LeftBy(StandCaller who)
    {
        var enquiries = Array.FindAll(Left.Enquiries, e => e.Visitor == who.Member);
        var cards = Array.FindAll(Left.Cards, c => c.From == who.Member);
        // what is one's own is told of when the stand itself is not any more
        if (enquiries.Length + cards.Length == 0 && Refuse(who, StandAct.See) is { } error) return Task.FromResult(new LeftThings { Error = error });
        return Task.FromResult(new LeftThings { Stand = NameOfStand, Enquiries = enquiries, Cards = cards, Team = State.Team });
    }

    /// <summary>Nobody leaves things at a stand so often but on purpose: each is told to its hosts, and what was taken back is listed.</summary>
    bool IsTooOften(string visitor)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (minute != actsOf) (actsOf, acts) = (minute, []);
        return (acts[visitor] = acts.GetValueOrDefault(visitor) + 1) > MostActs;
    }

    async Task EraseLeftAsync(string member)
    {
        if (Left.Names(member)) await left.ReplaceAsync(Left.Without(member, time.GetUtcNow()), this);
    }

    /// <summary>What is no stand has no visitors.</summary>
    bool IsNone()
    {
        if (State.Place is not null) return false;
        DeactivateOnIdle(); // woken up by somebody who guesses
        return true;
    }

    async Task<LeftAnswer> KeepLeftAsync(StandEnquiriesState next, ErrorCode error, string[] tell)
    {
        if (error != ErrorCode.None) return new() { Error = error };
        if (next.IsSameAs(Left)) return new() { Stand = NameOfStand }; // sent again
        await left.ReplaceAsync(next, this);
        return new() { Stand = NameOfStand, Tell = tell };
    }

    static LeftAnswer Unusable(List<StandFault> faults) => new() { Error = ErrorCode.EnquiryUnusable, Faults = [.. faults.Select(FaultState.Of)] };

    static ErrorCode Code(EnquiryOutcome outcome) => outcome switch
    {
        EnquiryOutcome.Done => ErrorCode.None,
        EnquiryOutcome.TooMany => ErrorCode.TooManyEnquiries,
        EnquiryOutcome.Full => ErrorCode.StandFull,
        EnquiryOutcome.Answered => ErrorCode.EnquiryAnswered,
        _ => ErrorCode.EnquiryUnknown,
    };
}
