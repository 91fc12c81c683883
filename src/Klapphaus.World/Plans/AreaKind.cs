namespace Klapphaus.World.Plans;

/// <summary>What an area is for; the words stand as classes in the plan and go over the wire as they are.</summary>
public static class AreaKind
{
    public const string Stand = "stand";
    public const string Table = "table";
    public const string Stage = "stage";
    public const string Quiet = "quiet";
    public const string Lobby = "lobby";

    public static IReadOnlyList<string> All { get; } = [Stand, Table, Stage, Quiet, Lobby];
}
