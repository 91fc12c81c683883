using Klapphaus.World.Conversations;

namespace Klapphaus.World.Stands;

/// <summary>Addresses and numbers by which people are reached. Whether they exist is for the post to find out; here it is whether they can.</summary>
static class ReachChecks
{
    public const int LongestEmail = 254;
    public const int LongestTelephone = 40;
    const int LongestMailbox = 64;

    /// <summary>As it is kept; null when it is no address.</summary>
    public static string? Email(string raw)
    {
        if (Wording.Clean(raw, LongestEmail, lines: false) is not { } text) return null;
        var at = text.IndexOf('@');
        if (at is < 1 or > LongestMailbox || at != text.LastIndexOf('@')) return null;
        var host = text[(at + 1)..];
        return text.All(IsOfAddress) && host.Contains('.') && host.Split('.').All(part => part.Length > 0) ? text : null;
    }

    /// <summary>As it is kept; null when it is no number.</summary>
    public static string? Telephone(string raw)
    {
        if (Wording.Clean(raw, LongestTelephone, lines: false) is not { } text) return null;
        var sound = text.LastIndexOf('+') <= 0 && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '(' or ')' or '/' or '-' or '–' or '.');
        return sound && text.Count(char.IsAsciiDigit) is >= 5 and <= 20 ? text : null;
    }

    /// <summary>What could end an address in a list of addresses, or hide another in it, is never in one.</summary>
    static bool IsOfAddress(char c) =>
        !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('<' or '>' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '"' or '\\');
}
