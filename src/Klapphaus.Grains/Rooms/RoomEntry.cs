using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;

namespace Klapphaus.Grains.Rooms;

/// <summary>Whether a member is inside, and where.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomEntry")]
public sealed record RoomEntry
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public RoomPerson? Person { get; init; }
    [Id(2)] public uint State { get; init; }
    /// <summary>Which activation of the room gave the number; a feed that knows another attaches again first.</summary>
    [Id(3)] public Guid Activation { get; init; }
    /// <summary>What the room says to who is not let in; may be empty.</summary>
    [Id(5)] public string Notice { get; init; } = "";
    /// <summary>By which it is kept out, if it is by one.</summary>
    [Id(4)] public BanState? Ban { get; init; }
    /// <summary>What it is told first; the tick that tells of its coming may be too early for that, or the first that its feed does not get.</summary>
    [Id(6)] public Notice[] News { get; init; } = [];
}
