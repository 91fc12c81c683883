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
}
