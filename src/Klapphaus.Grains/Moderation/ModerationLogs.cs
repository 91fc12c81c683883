using System.Globalization;

namespace Klapphaus.Grains.Moderation;

/// <summary>Where the lines of a log are: a grain for each room and month.</summary>
public static class ModerationLogs
{
    /// <summary>The grain of one month's lines.</summary>
    public static IModerationLogGrain Log(this IGrainFactory grains, string room, DateTimeOffset month) =>
        grains.GetGrain<IModerationLogGrain>($"{room}/{month.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}");

    /// <summary>Adds a line where it belongs.</summary>
    public static Task AppendAsync(this IGrainFactory grains, LogEntry entry) =>
        grains.Log(entry.Room.Length > 0 ? entry.Room : House.IHouseGrain.TheHouse, entry.At).Append(entry);

    /// <summary>The lines of so many months, the newest first.</summary>
    public static async Task<List<LogEntry>> ReadAsync(this IGrainFactory grains, string room, DateTimeOffset now, int months)
    {
        List<LogEntry> lines = [];
        for (var i = 0; i < months; i++)
        {
            var month = await grains.Log(room, now.AddMonths(-i)).Entries();
            lines.AddRange(Enumerable.Reverse(month));
        }
        return lines;
    }
}
