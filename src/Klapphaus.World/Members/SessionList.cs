namespace Klapphaus.World.Members;

/// <summary>The sessions of one member: where it is signed in. A session that is not in the list has ended, whatever a cookie says.</summary>
/// <param name="sessions">Until when each is valid, by its id; kept up to date in place, since that is what is stored.</param>
public sealed class SessionList(Dictionary<string, DateTimeOffset> sessions)
{
    /// <summary>More devices than anybody has at once; the one that would end first makes room.</summary>
    public const int Most = 20;

    public int Count => sessions.Count;

    public IReadOnlyCollection<string> All => sessions.Keys;

    /// <summary>Begins a session, or prolongs it.</summary>
    public void Open(string id, DateTimeOffset until, DateTimeOffset now)
    {
        foreach (var over in sessions.Where(s => s.Value <= now).Select(s => s.Key).ToList()) sessions.Remove(over);
        sessions[id] = until;
        while (sessions.Count > Most) sessions.Remove(sessions.Where(s => s.Key != id).MinBy(s => s.Value).Key);
    }

    public bool Holds(string id, DateTimeOffset now) => sessions.TryGetValue(id, out var until) && now < until;

    /// <summary>False when it had ended before.</summary>
    public bool End(string id) => sessions.Remove(id);

    public void EndAll() => sessions.Clear();
}
