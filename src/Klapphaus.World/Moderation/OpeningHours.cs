using System.Globalization;
using System.Text.RegularExpressions;

namespace Klapphaus.World.Moderation;

/// <summary>When a room is open, by days of the week: <c>Mo-Fr 08:00-18:00, Sa 10:00-14:00</c>, in German or English.</summary>
public sealed partial class OpeningHours
{
    public const int Longest = 200;

    /// <summary>By its first two letters, in both languages.</summary>
    static readonly Dictionary<string, DayOfWeek> days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mo"] = DayOfWeek.Monday,
        ["di"] = DayOfWeek.Tuesday,
        ["tu"] = DayOfWeek.Tuesday,
        ["mi"] = DayOfWeek.Wednesday,
        ["we"] = DayOfWeek.Wednesday,
        ["do"] = DayOfWeek.Thursday,
        ["th"] = DayOfWeek.Thursday,
        ["fr"] = DayOfWeek.Friday,
        ["sa"] = DayOfWeek.Saturday,
        ["so"] = DayOfWeek.Sunday,
        ["su"] = DayOfWeek.Sunday,
    };

    readonly List<Span> spans = [];

    OpeningHours()
    {
    }

    /// <summary>Open day and night.</summary>
    public static OpeningHours Always { get; } = new();

    /// <summary>Null when it cannot be read; nothing written is always.</summary>
    public static OpeningHours? Read(string written)
    {
        if (written.Length > Longest) return null;
        if (string.IsNullOrWhiteSpace(written)) return Always;
        var hours = new OpeningHours();
        foreach (var part in written.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!hours.TryAdd(Part().Match(part))) return null;
        return hours.spans.Count > 0 ? hours : null;
    }

    /// <summary>Whether it is open at this time of the house's clock on the wall.</summary>
    public bool Covers(DayOfWeek day, TimeSpan time)
    {
        var minute = (int)time.TotalMinutes;
        return spans.Count == 0 || spans.Exists(s => s.Day == day && minute >= s.From && minute < s.To);
    }

    bool TryAdd(Match part)
    {
        if (!part.Success || !days.TryGetValue(part.Groups["first"].Value[..2], out var first)) return false;
        var last = first;
        if (part.Groups["last"] is { Success: true } named && !days.TryGetValue(named.Value[..2], out last)) return false;
        var (from, to) = (Minutes(part, "h1", "m1"), Minutes(part, "h2", "m2"));
        if (from >= to || to > 24 * 60) return false;
        for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            spans.Add(new(day, from, to));
            if (day == last) return true;
        }
    }

    static int Minutes(Match part, string hour, string minute)
    {
        var minutes = int.Parse(part.Groups[minute].Value, CultureInfo.InvariantCulture);
        return minutes > 59 ? int.MaxValue : int.Parse(part.Groups[hour].Value, CultureInfo.InvariantCulture) * 60 + minutes;
    }

    /// <summary>Minutes since midnight, from inclusive, to exclusive.</summary>
    readonly record struct Span(DayOfWeek Day, int From, int To);

    [GeneratedRegex(@"^(?<first>\p{L}{2,10})\.?(\s*[-–]\s*(?<last>\p{L}{2,10})\.?)?\s+(?<h1>\d{1,2}):(?<m1>\d{2})\s*[-–]\s*(?<h2>\d{1,2}):(?<m2>\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();
}
