namespace Klapphaus.Server.Stands;

/// <summary>Ids that clients make up for what they do, so that the same act sent twice is one.</summary>
static class ActKey
{
    public const int Length = 32;

    /// <summary>Null for what cannot be one.</summary>
    public static string? Of(string? asked) => asked is { Length: Length } && asked.All(char.IsAsciiHexDigitLower) ? asked : null;
}
