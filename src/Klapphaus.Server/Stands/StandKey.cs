namespace Klapphaus.Server.Stands;

/// <summary>Ids of stands.</summary>
static class StandKey
{
    public const int Length = 33;

    public static string New() => $"s{Guid.NewGuid():N}";

    /// <summary>Null for what cannot be the id of a stand: nothing is woken up for it.</summary>
    public static string? Of(string? asked) =>
        asked is { Length: Length } && asked[0] == 's' && asked.Skip(1).All(char.IsAsciiHexDigitLower) ? asked : null;
}
