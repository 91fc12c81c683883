using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>When somebody of the stand can be met (<see cref="TimeBook"/>).</summary>
sealed partial class StandGrain : IStandTimesGrain
{
    public Task<StandTimes> Times(StandCaller who)
    {
        var refused = Refuse(who, StandAct.See);
        var (now, offers) = (time.GetUtcNow(), refused is null && May(who, StandAct.Staff));
        TimeSlotState[] slots = [.. storedTimes.State.Slots.Where(s => s.Start + s.Length > now && (offers || Concerns(who, s) || refused is null && s.BookedBy.Length == 0 && s.Start > now)).OrderBy(s => s.Start)];
        CalledOffTimeState[] calledOff = [.. storedTimes.State.CalledOff.Where(c => c.Slot.Start + c.Slot.Length > now && (offers || Concerns(who, c.Slot))).OrderBy(c => c.Slot.Start)];
        // who has booked something learns how it stands with it, even when the stand is not shown any more
        if (refused is { } error && slots.Length + calledOff.Length == 0) return Task.FromResult(new StandTimes { Error = error });
        var named = slots.Concat(calledOff.Select(c => c.Slot)).SelectMany(s => new[] { s.Host, s.BookedBy }).ToHashSet();
        return Task.FromResult(new StandTimes
        {
            Name = content.TextOf(StandPart.Name),
            Room = State.Place!.Room,
            Zone = clock.Zone.Id,
            MayOffer = offers,
            Slots = slots,
            CalledOff = calledOff,
            Names = storedTimes.State.Names.Where(n => named.Contains(n.Key)).ToDictionary(),
        });
    }

    public Task<ErrorCode> OfferTimes(StandCaller who, DateTimeOffset start, TimeSpan length, int count)
    {
        if (Refuse(who, StandAct.Staff) is { } error) return Task.FromResult(error);
        return ChangeTimesAsync(who, book =>
        {
            for (var i = 0; i < count; i++)
            {
                var slot = new TimeSlot { Id = $"t{Guid.NewGuid():N}", Host = who.Member, Start = start + i * length, Length = length, Zone = clock.Zone.Id };
                if (book.Offer(slot, time.GetUtcNow()) is not TimeOutcome.Done and var outcome) return outcome;
            }
            return TimeOutcome.Done;
        });
    }

    public Task<ErrorCode> WithdrawTime(StandCaller who, string id)
    {
        var mayAll = Refuse(who, StandAct.NameHosts) is null;
        if (!mayAll && Refuse(who, StandAct.Staff) is { } error) return Task.FromResult(error);
        return ChangeTimesAsync(null, book => book.Find(id) is { } slot && (mayAll || slot.Host == who.Member) && book.Withdraw(id) is not null ? TimeOutcome.Done : TimeOutcome.Unknown);
    }

    public Task<ErrorCode> BookTime(StandCaller who, string id) =>
        Refuse(who, StandAct.See) is { } error ? Task.FromResult(error) : ChangeTimesAsync(who, book => book.Book(id, who.Member, time.GetUtcNow()));

    /// <summary>Also at a stand that is not shown any more.</summary>
    public Task<ErrorCode> CancelTime(StandCaller who, string id)
    {
        var refused = Refuse(who, StandAct.See);
        return refused is { } error && !Array.Exists(storedTimes.State.Slots, s => Concerns(who, s)) ? Task.FromResult(error) : ChangeTimesAsync(null, book => book.Cancel(id, who.Member, time.GetUtcNow()));
    }

    /// <summary>Somebody has offered it, or has booked it.</summary>
    static bool Concerns(StandCaller who, TimeSlotState slot) => slot.Host == who.Member || slot.BookedBy == who.Member;

    /// <summary>Who is not called any more when somebody comes offers no times any more.</summary>
    Task DropTimesAsync() => ChangeTimesIfAsync(book =>
    {
        var dropped = book.All.Where(s => !team.RightsOf(s.Host).HasFlag(HostRights.Staff)).ToList();
        foreach (var slot in dropped) book.Withdraw(slot.Id);
        return dropped.Count > 0;
    });

    async Task TidyTimesAsync()
    {
        await DropTimesAsync(); // what could not be stored at its time
        await ChangeTimesIfAsync(book => book.Tidy(time.GetUtcNow()));
    }

    Task EraseTimesAsync(string member) => ChangeTimesIfAsync(book =>
    {
        book.Erase(member, FieldState.Erased);
        return storedTimes.State.Names.ContainsKey(member);
    });

    async Task<ErrorCode> ChangeTimesAsync(StandCaller? who, Func<TimeBook, TimeOutcome> change)
    {
        var (slots, calledOff) = TimeLists();
        var outcome = change(new(slots, calledOff));
        if (outcome == TimeOutcome.Done) await KeepTimesAsync(storedTimes.State.With(slots, calledOff, who));
        return TimeErrors.Of(outcome);
    }

    async Task ChangeTimesIfAsync(Func<TimeBook, bool> change)
    {
        var (slots, calledOff) = TimeLists();
        if (change(new(slots, calledOff))) await KeepTimesAsync(storedTimes.State.With(slots, calledOff, null));
    }

    (List<TimeSlot> Slots, List<CalledOffTime> CalledOff) TimeLists() => ([.. storedTimes.State.Slots.Select(s => s.ToSlot())], [.. storedTimes.State.CalledOff.Select(c => c.ToTime())]);

    Task KeepTimesAsync(StandTimesState next) => storedTimes.ReplaceAsync(next, this);
}
