using Klapphaus.Contracts;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What somebody was told of the bells of stands since they came to the house, in order.</summary>
/// <param name="person">Who.</param>
/// <param name="fromNow">Leaves out what was told before.</param>
sealed class Bells(Person person, bool fromNow = false)
{
    readonly int first = fromNow ? person.BellNews.Length : 0;

    public object[] All => person.BellNews[first..];

    public BellRangEvent[] Rang => [.. All.OfType<BellRangEvent>()];

    public BellStopsEvent[] Stops => [.. All.OfType<BellStopsEvent>()];

    public BellChangedEvent[] Changed => [.. All.OfType<BellChangedEvent>()];

    /// <summary>Is called, and by whom.</summary>
    public async Task<BellRangEvent> IsCalledBy(string visitor)
    {
        await Until(() => Rang.Any(r => r.Visitor == visitor && Stops.All(s => s.Request != r.Request || s.Stand != r.Stand)), $"{visitor} rings");
        return Rang.Last(r => r.Visitor == visitor);
    }

    public Task IsCalledNoMore(long request) => Until(() => Stops.Any(s => s.Request == request), $"request {request} stops");

    /// <summary>How it is with one's own ring, by the last that was told.</summary>
    public async Task<BellChangedEvent> Hears(Func<BellChangedEvent, bool> wanted, string what)
    {
        BellChangedEvent? heard = null;
        await Until(() => (heard = Changed is [.., var last] && wanted(last) ? last : null) is not null, what);
        return heard!;
    }

    /// <summary>How it is at the stand, by the last that was told.</summary>
    public async Task<StandAttendedEvent> Sees(string stand, Func<StandAttendedEvent, bool> wanted, string what)
    {
        StandAttendedEvent? seen = null;
        await Until(() => (seen = Last(stand) is { } last && wanted(last) ? last : null) is not null, what);
        return seen!;
    }

    StandAttendedEvent? Last(string stand) => All.OfType<StandAttendedEvent>().LastOrDefault(a => a.Stand == stand);

    async Task Until(Func<bool> condition, string what)
    {
        try
        {
            await person.WaitUntil(_ => condition(), what);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} Told: {string.Join(" | ", All)}", e);
        }
    }
}
