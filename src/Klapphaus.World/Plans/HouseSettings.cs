namespace Klapphaus.World.Plans;

/// <summary>What house.json says.</summary>
public sealed record HouseSettings
{
    /// <summary>By language; "de" is always there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>"de" or "en": for people whose browser wants neither.</summary>
    public required string Language { get; init; }

    /// <summary>The id of the room that people come into first.</summary>
    public required string StartRoom { get; init; }

    /// <summary>In the order in which rooms are shown.</summary>
    public required IReadOnlyList<RoomSetting> Rooms { get; init; }
}
