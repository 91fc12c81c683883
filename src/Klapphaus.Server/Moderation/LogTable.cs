using System.Globalization;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.Web;

namespace Klapphaus.Server.Moderation;

/// <summary>A log of moderation as a table for spreadsheets.</summary>
static class LogTable
{
    /// <summary>German spreadsheets take a comma for part of a number.</summary>
    const char Separator = ';';

    /// <param name="lines">The log.</param>
    /// <param name="zone">Of the house's clock on the wall.</param>
    /// <param name="german">The reader's language; else it is English.</param>
    public static byte[] Of(IEnumerable<LogEntry> lines, TimeZoneInfo zone, bool german) => Spreadsheet.Write(
        Separator,
        german ? ["Nummer", "Zeit", "Raum", "Was", "Wer", "Wen", "Grund", "Bis"] : ["number", "time", "room", "what", "by", "whom", "reason", "until"],
        lines.Select(l => new[]
        {
            $"{l.Number}", Moment(l.At, zone), l.Room, DeedWords.Of(l.Deed, german), l.ByName, l.OfName, l.Reason, l.Until is { } until ? Moment(until, zone) : "",
        }));

    /// <summary>Names the room and its month, or its first and its last.</summary>
    public static string FileName(string room, DateTimeOffset now, int months)
    {
        // an id may have characters that no file's name has
        var place = string.Concat(room.Select(c => char.IsLetterOrDigit(c) || c == '-' ? c : '_'));
        var last = Month(now);
        return months == 1 ? $"moderation-{place}-{last}.csv" : $"moderation-{place}-{Month(now.AddMonths(1 - months))}_{last}.csv";
    }

    /// <summary>As spreadsheets in every language take it for a moment.</summary>
    static string Moment(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>As the log is kept: by months of UTC.</summary>
    static string Month(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
