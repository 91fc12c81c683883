using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A booking that is no more, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.CalledOffTimeState")]
public sealed record CalledOffTimeState([property: Id(0)] TimeSlotState Slot, [property: Id(1)] bool ByHost)
{
    public static CalledOffTimeState Of(CalledOffTime time) => new(TimeSlotState.Of(time.Slot), time.ByHost);

    public CalledOffTime ToTime() => new(Slot.ToSlot(), ByHost);
}
