using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Reach;

/// <summary>
/// The stands for which one can be called while this program runs. The settings choose them; who goes off duty elsewhere, in the window or on another machine, means
/// it, and is not put on duty again behind their back. Only who leaves the house by the window's end did not mean that.
/// </summary>
sealed class Duties
{
    /// <summary>The house may say so long after the window has gone that its duty has gone with it: its grace for a lost line, and some.</summary>
    public static readonly TimeSpan Echo = TimeSpan.FromSeconds(30);

    readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    readonly HashSet<string> putDown = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> on = new(StringComparer.Ordinal);
    DateTimeOffset windowClosed = DateTimeOffset.MinValue;

    /// <summary>For which one is to be on duty.</summary>
    public IReadOnlyList<string> Wanted => [.. chosen.Except(putDown, StringComparer.Ordinal)];

    /// <summary>For which one is, as the house has said: what they are called.</summary>
    public IReadOnlyCollection<string> On => on.Values;

    /// <summary>What the settings say now; gives those for which one is no longer to be on duty.</summary>
    public IReadOnlyList<string> Choose(IReadOnlyCollection<string> stands)
    {
        List<string> dropped = [.. chosen.Except(stands, StringComparer.Ordinal)];
        putDown.ExceptWith(stands.Except(chosen, StringComparer.Ordinal).ToList());
        chosen.Clear();
        chosen.UnionWith(stands);
        putDown.IntersectWith(chosen);
        return dropped;
    }

    /// <summary>Whether one is to be on duty for a stand.</summary>
    public bool Wants(string stand) => chosen.Contains(stand) && !putDown.Contains(stand);

    /// <summary>For which one is, as the house has said: their ids.</summary>
    public IReadOnlyCollection<string> Stands => on.Keys;

    /// <summary>Somebody wants to be on duty for a stand that is chosen, whatever they have put down before.</summary>
    public void TakeUp(string stand) => putDown.Remove(stand);

    public void WindowClosed(DateTimeOffset now) => windowClosed = now;

    /// <summary>The line was lost: what one is on duty for is not known until the house says it again.</summary>
    public void Lost() => on.Clear();

    /// <summary>The house says how it is at a stand; true when duty is to be taken again.</summary>
    public bool Heard(StandAttendedEvent news, DateTimeOffset now)
    {
        if (news.OnDuty)
        {
            on[news.Stand] = news.Name.Length > 0 ? news.Name : news.Stand;
            putDown.Remove(news.Stand);
            return false;
        }
        if (!on.Remove(news.Stand) || !chosen.Contains(news.Stand) || putDown.Contains(news.Stand)) return false;
        if (now - windowClosed < Echo) return true;
        putDown.Add(news.Stand);
        return false;
    }

    /// <summary>The house refuses: one is not of that stand's team any more, or there is no such stand.</summary>
    public void Refused(string stand) => putDown.Add(stand);
}
