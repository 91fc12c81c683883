using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>What somebody has booked at all stands. Their bag remembers at which, so that not every stand is asked.</summary>
sealed class OwnTimes(IGrainFactory grains)
{
    public async Task<ErrorCode> BookAsync(StandCaller who, string stand, string time)
    {
        var times = await At(stand).Times(who);
        if (times.Error != ErrorCode.None) return times.Error;
        if (!Array.Exists(times.Slots, s => s.Id == time)) return await At(stand).BookTime(who, time); // which says why not
        // first: what is booked is always found again
        var bag = grains.GetGrain<IBagGrain>(who.Member);
        await bag.AddTimesAt(stand);
        var error = await At(stand).BookTime(who, time);
        if (error == ErrorCode.None) await bag.AddTimesAt(stand); // somebody may have looked meanwhile, and found nothing
        return error;
    }

    /// <summary>Stand by stand what one has booked, and what of it is called off.</summary>
    public async Task<StandTimesView[]> ReadAsync(StandCaller who)
    {
        var bag = grains.GetGrain<IBagGrain>(who.Member);
        var stands = (await bag.Contents()).TimesAt;
        var own = await ReadAsync(who, stands, time => time.Mine);
        await bag.RemoveTimesAt([.. stands.Except(own.Select(t => t.Stand))]);
        return own;
    }

    /// <summary>The same, and what one offers at the stands that one looks after.</summary>
    public async Task<StandTimesView[]> ReadAllAsync(StandCaller who, IEnumerable<string> lookedAfter) =>
        await ReadAsync(who, [.. (await grains.GetGrain<IBagGrain>(who.Member).Contents()).TimesAt.Union(lookedAfter)], time => time.Mine || time.Own);

    async Task<StandTimesView[]> ReadAsync(StandCaller who, string[] stands, Predicate<StandTimeView> concerns)
    {
        var all = await Task.WhenAll(stands.Select(async stand => TimeViews.Of(stand, await At(stand).Times(who), who.Member)));
        return [.. all.Select(t => t with { Times = Array.FindAll(t.Times, concerns) }).Where(t => t.Times.Length > 0).OrderBy(t => t.Times[0].Start)];
    }

    IStandTimesGrain At(string stand) => grains.GetGrain<IStandTimesGrain>(stand);
}
