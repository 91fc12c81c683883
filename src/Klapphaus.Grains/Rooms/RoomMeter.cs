using System.Diagnostics.Metrics;

namespace Klapphaus.Grains.Rooms;

/// <summary>What rooms on this machine do; counted once per batch and tick.</summary>
static class RoomMeter
{
    static readonly Meter meter = new("Klapphaus");
    static readonly Counter<long> steps = meter.CreateCounter<long>("klapphaus.room.steps", "{step}", "Steps that rooms on this machine have taken.");
    static readonly Counter<long> putBack = meter.CreateCounter<long>("klapphaus.room.put_back", "{step}", "Steps that nobody could have walked, and that were undone.");
    static readonly Counter<long> ticks = meter.CreateCounter<long>("klapphaus.room.ticks", "{tick}", "Ticks that rooms on this machine have handed out.");
    static readonly Counter<long> recovered = meter.CreateCounter<long>("klapphaus.room.recovered", "{person}", "People whom a room that had lost its memory took over from a feed or another machine.");

    public static void Walked(int taken, int refused)
    {
        steps.Add(taken);
        if (refused > 0) putBack.Add(refused);
    }

    public static void Ticked() => ticks.Add(1);

    public static void Recovered(int people) => recovered.Add(people);
}
