using System.Security.Cryptography;
using System.Text;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Notices;

/// <summary>
/// What the buttons of a Windows toast open: <c>klapphaus:notice/accept/…</c>. Every page could open such a link, too; only with the secret of this run of the program
/// it means something, and that stands in no place but the toast.
/// </summary>
sealed class NoticeLink
{
    const string Start = DeepLink.Scheme + ":notice/";
    const int Longest = 300, TagLength = 16;

    readonly string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>A short name for the key of a notice, as Windows takes it.</summary>
    public static string Tag(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..TagLength];

    public static bool Is(string text) => text.StartsWith(Start, StringComparison.OrdinalIgnoreCase);

    public string Write(string key, NoticeAct act) => $"{Start}{act.ToString().ToLowerInvariant()}/{Tag(key)}/{secret}";

    /// <summary>Which notice, and what with it; null for what is not from this run.</summary>
    public (string Tag, NoticeAct Act)? Read(string text)
    {
        if (text.Length > Longest || !Is(text)) return null;
        if (text[Start.Length..].Split('/') is not [var act, { Length: TagLength } tag, var said]) return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(secret))) return null;
        return act switch
        {
            "accept" => (tag, NoticeAct.Accept),
            "decline" => (tag, NoticeAct.Decline),
            "open" => (tag, NoticeAct.Open),
            _ => null,
        };
    }
}
