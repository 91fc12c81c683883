using System.Globalization;
using System.Text;

namespace Klapphaus.Server.Web;

/// <summary>Entries for address books: vCard 4.0 (RFC 6350).</summary>
static class VCards
{
    public const string MediaType = "text/vcard";

    public const string ContentType = MediaType + "; charset=utf-8";

    /// <summary>Octets in a line, without its end (RFC 6350, 3.2).</summary>
    const int LongestLine = 75;

    const string End = "\r\n";

    public static byte[] Write(IEnumerable<VCard> cards)
    {
        var text = new StringBuilder();
        foreach (var line in cards.SelectMany(Lines)) Fold(text, line);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static IEnumerable<string> Lines(VCard card)
    {
        yield return "BEGIN:VCARD";
        yield return "VERSION:4.0";
        yield return "PRODID:-//Klapphaus//DE";
        yield return $"UID:urn:uuid:{Guid.ParseExact(card.Id, "N")}";
        yield return "KIND:individual";
        yield return $"FN:{Escape(card.Name)}";
        if (card.Organisation.Length > 0) yield return $"ORG:{Escape(card.Organisation)}";
        if (card.Email.Length > 0) yield return $"EMAIL:{Escape(card.Email)}";
        if (card.Telephone.Length > 0) yield return $"TEL:{Escape(card.Telephone)}";
        if (card.Note.Length > 0) yield return $"NOTE:{Escape(card.Note)}";
        yield return $"REV:{Moment(card.Consent)}";
        yield return $"X-KLAPPHAUS-CONSENT:{Moment(card.Consent)}";
        yield return "END:VCARD";
    }

    static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What has a meaning in a value, or would end its line, stands for itself (RFC 6350, 3.4).</summary>
    static string Escape(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\n') value.Append("\\n");
            else if (letter is '\\' or ',' or ';') value.Append('\\').Append(letter);
            else if (!char.IsControl(letter) || letter is '\t') value.Append(letter);
        }
        return value.ToString();
    }

    /// <summary>A long line goes on behind a space; no letter is torn apart.</summary>
    static void Fold(StringBuilder text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append(End).Append(' ');
                used = 1;
            }
            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }
        text.Append(End);
    }
}
