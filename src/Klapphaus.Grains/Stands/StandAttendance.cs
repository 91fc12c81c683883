namespace Klapphaus.Grains.Stands;

/// <summary>All whom one process has at a stand, and on duty for it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandAttendance")]
public sealed record StandAttendance
{
    /// <summary>Tells the process from others, and from itself before a restart.</summary>
    [Id(0)] public required string Process { get; init; }
    [Id(1)] public required StandGuest[] Guests { get; init; }
    [Id(2)] public required StandHost[] Hosts { get; init; }
    /// <summary>Members who have gone by their own act or were sent, and are not waited for.</summary>
    [Id(3)] public string[] Gone { get; init; } = [];

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => $"{Guests.Length} guests, {Hosts.Length} hosts";
}
