using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Rooms;

namespace Klapphaus.Grains.Members;

/// <summary>Whether the avatar is inside, and where.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.AvatarEntry")]
public sealed record AvatarEntry
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>The room that was meant.</summary>
    [Id(1)] public string? Room { get; init; }
    [Id(2)] public RoomPerson? Person { get; init; }
    [Id(3)] public uint State { get; init; }
    /// <summary>Which activation of the room let it in.</summary>
    [Id(4)] public Guid Activation { get; init; }
    /// <summary>What the room says to who is not let in; may be empty.</summary>
    [Id(6)] public string Notice { get; init; } = "";
    /// <summary>By which it is kept out, if it is by one.</summary>
    [Id(5)] public BanState? Ban { get; init; }
    /// <summary>What it is told first.</summary>
    [Id(7)] public Notice[] News { get; init; } = [];
}
