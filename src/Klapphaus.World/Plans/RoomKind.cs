namespace Klapphaus.World.Plans;

/// <summary>What a room is for; the words stand in the plan's property "kind".</summary>
public static class RoomKind
{
    public const string Foyer = "foyer";
    public const string Hall = "hall";
    public const string Stage = "stage";
    public const string Tables = "tables";
    public const string Garden = "garden";

    public static IReadOnlyList<string> All { get; } = [Foyer, Hall, Stage, Tables, Garden];
}
