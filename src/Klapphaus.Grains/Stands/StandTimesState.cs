using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What is kept of a stand's times for talks. Never changed in place: what cannot be stored has not happened.</summary>
[GenerateSerializer]
[Alias("Klapphaus.StandTimesState")]
public sealed record StandTimesState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>Those that are offered, and that were until a day ago.</summary>
    [Id(1)] public TimeSlotState[] Slots { get; init; } = [];
    /// <summary>Bookings that are no more, until the day after they would have been.</summary>
    [Id(2)] public CalledOffTimeState[] CalledOff { get; init; } = [];
    /// <summary>What those are called who offer or have booked something, by their ids.</summary>
    [Id(3)] public Dictionary<string, string> Names { get; init; } = [];

    /// <summary>The same as these lists have it.</summary>
    /// <param name="slots">Those that are offered.</param>
    /// <param name="calledOff">Bookings that are no more.</param>
    /// <param name="who">Somebody whose name may be new; null for nobody.</param>
    public StandTimesState With(List<TimeSlot> slots, List<CalledOffTime> calledOff, StandCaller? who)
    {
        var named = slots.Concat(calledOff.Select(c => c.Slot)).SelectMany(s => new[] { s.Host, s.BookedBy }).ToHashSet();
        var names = Names.Where(n => named.Contains(n.Key)).ToDictionary();
        if (who is not null && named.Contains(who.Member)) names[who.Member] = who.Name;
        return this with { Slots = [.. slots.Select(TimeSlotState.Of)], CalledOff = [.. calledOff.Select(CalledOffTimeState.Of)], Names = names };
    }

    /// <summary>As it is written when a call fails.</summary>
    public override string ToString() => "times";
}
