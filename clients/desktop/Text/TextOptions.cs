namespace Klapphaus.Desktop.Text;

/// <summary>Which house to enter by text, as whom, and how.</summary>
/// <param name="House">Root of the house, such as <c>https://haus.example/</c>.</param>
/// <param name="Token">Bearer token of a session.</param>
/// <param name="Language">de or en; the regions of a language count as the language.</param>
/// <param name="Plain">Line by line, without control of the screen; else the whole screen.</param>
/// <param name="Room">Id or name of the room to enter first; null for where one was last, else where one arrives.</param>
/// <param name="Stand">Id of the stand to go to first, in whichever room it is; null for none.</param>
/// <param name="Area">Id of the area of that room to go to first; null for none.</param>
public sealed record TextOptions(Uri House, string Token, string Language, bool Plain, string? Room, string? Stand = null, string? Area = null)
{
    /// <summary>Without the token, which is nobody's business.</summary>
    public override string ToString() => $"{House} ({Language}, {(Plain ? "plain" : "full screen")}, {Room ?? "-"}, {Stand ?? Area ?? "-"})";
}
