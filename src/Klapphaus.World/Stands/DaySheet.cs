using System.Security.Cryptography;
using System.Text;

namespace Klapphaus.World.Stands;

/// <summary>
/// Who is counted today. A member stands on it only as a mark: the first eight bytes of an HMAC-SHA-256 of their id under a salt of this day. While the day
/// lasts, whoever has the sheet and a member's id can find its mark; when it is over the sheet and the salt are thrown away, and only numbers remain.
/// </summary>
/// <param name="day">By the stand's clock on the wall.</param>
/// <param name="salt">Random, of this day alone.</param>
public sealed class DaySheet(DateOnly day, byte[] salt)
{
    /// <summary>More are not counted; it is more than any network day has.</summary>
    public const int MostPeople = 10_000;

    /// <summary>More than a stand has materials, with all that were exchanged on the day.</summary>
    public const int MostMaterials = 300;

    const int MarkBytes = 8;

    readonly Dictionary<string, TimeSpan> stays = [];
    readonly Dictionary<string, HashSet<string>> takers = [];

    /// <summary>As it was stored.</summary>
    /// <param name="day">By the stand's clock on the wall.</param>
    /// <param name="salt">Random, of this day alone.</param>
    /// <param name="stays">How long each has stayed, by mark.</param>
    /// <param name="takers">The marks of those who took each material.</param>
    public DaySheet(
        DateOnly day, byte[] salt, IEnumerable<KeyValuePair<string, TimeSpan>> stays, IEnumerable<KeyValuePair<string, IReadOnlyCollection<string>>> takers)
        : this(day, salt)
    {
        foreach (var (mark, stay) in stays) this.stays[mark] = stay;
        foreach (var (material, marks) in takers) this.takers[material] = [.. marks];
    }

    public DateOnly Day => day;

    public IReadOnlyList<byte> Salt => salt;

    /// <summary>How long each has stayed, by mark.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Stays => stays;

    /// <summary>The materials that were taken.</summary>
    public IReadOnlyCollection<string> Materials => takers.Keys;

    /// <summary>The marks of those who took a material.</summary>
    public IReadOnlyCollection<string> TakersOf(string material) => takers.GetValueOrDefault(material) ?? [];

    /// <summary>Who was at the stand and took it.</summary>
    public int TakenBy(string material) => TakersOf(material).Count(stays.ContainsKey);

    /// <summary>Who was at the stand and did not take it.</summary>
    public int NotTakenBy(string material) => stays.Count - TakenBy(material);

    public int StayedIn(StayClass stay) => stays.Values.Count(time => ClassOf(time) == stay);

    /// <summary>A member was here for a while; who comes again on the same day goes on with the same visit.</summary>
    internal void Stay(string member, TimeSpan time)
    {
        var mark = MarkOf(member);
        if (stays.Count >= MostPeople && !stays.ContainsKey(mark)) return;
        stays[mark] = stays.GetValueOrDefault(mark) + time;
    }

    internal void Take(string member, string material)
    {
        if (!takers.TryGetValue(material, out var marks))
        {
            if (takers.Count >= MostMaterials) return;
            takers[material] = marks = [];
        }
        if (marks.Count < MostPeople) marks.Add(MarkOf(member));
    }

    string MarkOf(string member) => Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(member)).AsSpan(0, MarkBytes));

    static StayClass ClassOf(TimeSpan time) => time.TotalMinutes switch
    {
        < 1 => StayClass.UnderOneMinute,
        < 5 => StayClass.UnderFive,
        < 15 => StayClass.UnderFifteen,
        < 60 => StayClass.UnderSixty,
        _ => StayClass.Longer,
    };
}
