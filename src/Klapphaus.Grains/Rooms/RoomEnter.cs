namespace Klapphaus.Grains.Rooms;

/// <summary>A member comes in.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomEnter")]
public sealed record RoomEnter
{
    /// <summary>The handle in it is not yet known and ignored.</summary>
    [Id(0)] public required RoomPerson Person { get; init; }
    /// <summary>Id of the entry, or null for the default one.</summary>
    [Id(1)] public string? Entry { get; init; }
    /// <summary>Where the member says it stood, or null; only a member that was in this room when it was last heard of may say so.</summary>
    [Id(2)] public uint? StoodAt { get; init; }
    /// <summary>What stood behind its name when it was last in this room; a room that has forgotten it gives it the same number again. 0 for none.</summary>
    [Id(3)] public int Number { get; init; }
    /// <summary>Id of the area in which it arrives, if there is a free place; null for the entry.</summary>
    [Id(4)] public string? Area { get; init; }
}
