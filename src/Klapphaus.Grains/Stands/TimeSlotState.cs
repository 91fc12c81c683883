using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A time that a host offers for a talk, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.TimeSlotState")]
public sealed record TimeSlotState
{
    [Id(0)] public required string Id { get; init; }
    /// <summary>Id of the member who offers it; <c>-</c> after erasure.</summary>
    [Id(1)] public required string Host { get; init; }
    /// <summary>In UTC.</summary>
    [Id(2)] public required DateTimeOffset Start { get; init; }
    [Id(3)] public required TimeSpan Length { get; init; }
    /// <summary>The stand's time zone, as in <c>Europe/Berlin</c>.</summary>
    [Id(4)] public required string Zone { get; init; }
    /// <summary>Id of the member who has booked it; empty while it is free, <c>-</c> after erasure.</summary>
    [Id(5)] public string BookedBy { get; init; } = "";
    /// <summary>How often it was booked or cancelled.</summary>
    [Id(6)] public int Revision { get; init; }

    public static TimeSlotState Of(TimeSlot slot) =>
        new() { Id = slot.Id, Host = slot.Host, Start = slot.Start, Length = slot.Length, Zone = slot.Zone, BookedBy = slot.BookedBy, Revision = slot.Revision };

    public TimeSlot ToSlot() => new() { Id = Id, Host = Host, Start = Start, Length = Length, Zone = Zone, BookedBy = BookedBy, Revision = Revision };

    /// <summary>As it is written when a call fails: without who.</summary>
    public override string ToString() => $"{Start:O}";
}
