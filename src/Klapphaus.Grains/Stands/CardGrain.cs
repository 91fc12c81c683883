using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Keeps a member's cards by the rules (<see cref="Card"/>, <see cref="CardBox"/>). Everything is stored before it is confirmed; a write that fails leaves all as it was.</summary>
sealed class CardGrain([PersistentState("cards", Storage.Name)] IPersistentState<CardGrainState> stored, TimeProvider time) : Grain, ICardGrain
{
    CardGrainState State => stored.State;

    bool HasNone => State.Own is null || State.Own == new CardState();

    public Task<CardsKept> All() => Task.FromResult(new CardsKept { Own = State.Own, Received = State.Received, TakenBack = State.TakenBack, Given = State.Given });

    public async Task<CardKept> Keep(CardState card)
    {
        List<StandFault> faults = [];
        var read = CardState.Of(card.ToCard().Read(faults));
        if (faults.Count > 0) return new() { Error = ErrorCode.CardUnusable, Faults = [.. faults.Select(FaultState.Of)] };
        if (read != State.Own) await StoreAsync(State with { Own = read });
        return new() { Card = read };
    }

    public Task<ErrorCode> MayExchange(string with) => Task.FromResult(
        HasNone ? ErrorCode.ExchangeOver // who has been forgotten since they said yes, or has emptied their card, gives nothing
        : State.Received.Count(r => r.Handed.From != with) < CardBox.Most ? ErrorCode.None : ErrorCode.CardsFull);

    public async Task<ErrorCode> Give(GivenCardState given)
    {
        if (HasNone) return ErrorCode.ExchangeOver;
        if (!Array.Exists(State.Given, g => g.Handed.Id == given.Handed.Id)) await StoreAsync(State.With(given));
        return ErrorCode.None;
    }

    public async Task<ErrorCode> Receive(ReceivedCardState received)
    {
        if (HasNone) return ErrorCode.ExchangeOver;
        var next = State.With(box => box.Put(received.Handed.ToHandedCard()), out var outcome, received);
        if (outcome == CardOutcome.Done) await StoreAsync(next);
        return CardErrors.Of(outcome);
    }

    public async Task<ErrorCode> TakeBack(string card, string from)
    {
        var next = State.With(box => box.TakeBack(card, from, time.GetUtcNow()), out var outcome);
        if (outcome == CardOutcome.Done) await StoreAsync(next);
        return CardErrors.Of(outcome);
    }

    public async Task ForgetGiven(string card)
    {
        if (Array.Exists(State.Given, g => g.Handed.Id == card)) await StoreAsync(State with { Given = Array.FindAll(State.Given, g => g.Handed.Id != card) });
    }

    public async Task<string?> Discard(string card)
    {
        var from = Array.Find(State.Received, r => r.Handed.Id == card)?.Handed.From;
        if (from is not null) await StoreAsync(State.With(box => box.Discard(card), out _));
        return from;
    }

    public async Task ForgetMember(string other)
    {
        if (!Array.Exists(State.Given, g => g.To == other) && !Array.Exists(State.Received, r => r.Handed.From == other)) return;
        var next = State.With(box => box.Forget(other, time.GetUtcNow()), out _);
        await StoreAsync(next with { Given = Array.FindAll(State.Given, g => g.To != other) });
    }

    public async Task Erase()
    {
        DeactivateOnIdle();
        if (stored.RecordExists) await stored.ClearStateAsync();
        stored.State = new();
    }

    Task StoreAsync(CardGrainState next) => stored.ReplaceAsync(next, this);
}
