namespace Klapphaus.Server.Stands;

/// <summary>For whom a zip is being written: one at a time for each member, or link, and few in a process, since each reads files for as long as somebody takes them.</summary>
sealed class BagZipTurns
{
    public const int Most = 4;

    readonly HashSet<string> taken = [];
    readonly Lock gate = new();

    /// <summary>False when they have to wait.</summary>
    /// <param name="who">Id of the member, or of the link.</param>
    public bool TryTake(string who)
    {
        lock (gate) return taken.Count < Most && taken.Add(who);
    }

    public void GiveBack(string who)
    {
        lock (gate) taken.Remove(who);
    }
}
