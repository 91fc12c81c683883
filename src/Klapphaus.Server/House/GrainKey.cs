namespace Klapphaus.Server.House;

/// <summary>Ids that come from outside.</summary>
static class GrainKey
{
    public const int Longest = 64;

    /// <summary>Null for what cannot be the id of a room or a member, nor the key of a grain.</summary>
    public static string? Of(string? asked) => asked is { Length: <= Longest } && !string.IsNullOrWhiteSpace(asked) ? asked : null;
}
