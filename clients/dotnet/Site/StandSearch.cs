using System.Globalization;
using System.Text;

namespace Klapphaus.Client;

/// <summary>What to look for among the stands of the house.</summary>
public sealed record StandSearch
{
    /// <summary>Empty for everything that passes the filters.</summary>
    public string Words { get; init; } = "";
    /// <summary>Only about this topic; null for any.</summary>
    public string? Topic { get; init; }
    /// <summary>Only who names a solution for this challenge, by its id; null for any.</summary>
    public string? Challenge { get; init; }
    /// <summary>Only in this room, by its id; null for all.</summary>
    public string? Room { get; init; }
    /// <summary>Only in this language: de or en; null for all.</summary>
    public string? Language { get; init; }
    /// <summary>Only stands or only what lies at them: stand or material; null for both.</summary>
    public string? Kind { get; init; }
    /// <summary>Only where somebody can be called just now.</summary>
    public bool Staffed { get; init; }
    /// <summary>Where one is; the answer then says how far it is on foot, and by which doors.</summary>
    public (string Room, Position Place)? Near { get; init; }
    /// <summary>The nearest come first.</summary>
    public bool Nearest { get; init; }
    /// <summary>So many of the first hits are left out.</summary>
    public int Skip { get; init; }
    /// <summary>So many hits are told at most.</summary>
    public int Take { get; init; } = 20;

    /// <summary>As it stands behind the address, with its question mark.</summary>
    internal string ToQuery()
    {
        var query = new StringBuilder("?take=").Append(CultureInfo.InvariantCulture, $"{Take}");
        Add("q", Words);
        Add("topic", Topic);
        Add("challenge", Challenge);
        Add("room", Room);
        Add("language", Language);
        Add("kind", Kind);
        Add("staffed", Staffed ? "true" : null);
        Add("near", Near is var (room, place) ? $"{room},{place.X},{place.Y}" : null);
        Add("nearest", Nearest ? "true" : null);
        Add("skip", Skip > 0 ? Skip.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
