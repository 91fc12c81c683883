namespace Klapphaus.Desktop.Start;

/// <summary>
/// A link into the house: <c>klapphaus://haus.example/raum/foyer</c>, <c>/stand/s0123…</c> or <c>/gespraech/halle/stand-7</c>. Any page and any mail can
/// bring one here, so nothing is taken that is not exactly of this form.
/// </summary>
/// <param name="House">Host of the house, and its port where it is not the usual one.</param>
/// <param name="Room">Id of the room; null where the stand says it.</param>
/// <param name="Stand">Id of the stand, or null.</param>
/// <param name="Area">Id of the area in the room whose conversation is meant, or null.</param>
sealed record DeepLink(string House, string? Room = null, string? Stand = null, string? Area = null)
{
    public const string Scheme = "klapphaus";

    const string Start = Scheme + "://";
    const int Longest = 400, LongestId = 64, LongestHost = 260;

    /// <summary>Null for what is no such link.</summary>
    public static DeepLink? Read(string text)
    {
        if (text.Length > Longest || !text.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return null;
        return text[Start.Length..].Split('/') switch
        {
            [var house] when IsHost(house) => new(house),
            [var house, ""] when IsHost(house) => new(house),
            [var house, "raum", var room] when IsHost(house) && IsId(room) => new(house, room),
            [var house, "stand", var stand] when IsHost(house) && IsStand(stand) => new(house, Stand: stand),
            [var house, "gespraech", var room, var area] when IsHost(house) && IsId(room) && IsId(area) => new(house, room, Area: area),
            _ => null,
        };
    }

    /// <summary>Whether it leads into a house, to which nobody but its own links may lead.</summary>
    public bool IsFor(Uri house) => house.Authority.Equals(House, StringComparison.OrdinalIgnoreCase);

    public static bool IsStand(string text) => text.Length == 33 && text[0] == 's' && text.Skip(1).All(char.IsAsciiHexDigitLower);

    /// <summary>Ids of rooms and areas, as plans have them.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text[0] != '-' && text.All(letter => letter is '-' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    /// <summary>Letters, digits, dots and hyphens with a port, or an IPv6 address in brackets: nothing that a browser would read otherwise than we do.</summary>
    static bool IsHost(string text) => text.Length is > 0 and <= LongestHost && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':' or '[' or ']')
        && Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var house) && house.Authority.Equals(text, StringComparison.OrdinalIgnoreCase);
}
