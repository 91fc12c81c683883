namespace Klapphaus.Desktop.Settings;

/// <summary>Days of the week as people type them: <c>mo-fr</c>, <c>sa,so</c>, in German and in English.</summary>
static class DayNames
{
    const int DaysAWeek = 7;

    static readonly string[] german = ["so", "mo", "di", "mi", "do", "fr", "sa"], english = ["su", "mo", "tu", "we", "th", "fr", "sa"];

    /// <summary>In the order in which they are named; null when some of it is no day.</summary>
    public static DayOfWeek[]? Read(string text)
    {
        List<DayOfWeek> days = [];
        foreach (var part in text.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = Array.ConvertAll(part.Split('-', StringSplitOptions.TrimEntries), Of);
            if (ends.Length > 2 || ends.Contains(-1)) return null;
            for (var day = ends[0]; ; day = (day + 1) % DaysAWeek)
            {
                if (!days.Contains((DayOfWeek)day)) days.Add((DayOfWeek)day);
                if (day == ends[^1]) break;
            }
        }
        return [.. days];
    }

    public static string Write(DayOfWeek[] days, string language) => string.Join(',', days.Select(day => (language == "de" ? german : english)[(int)day]));

    static int Of(string name) => Array.IndexOf(german, name) is >= 0 and var day ? day : Array.IndexOf(english, name);
}
