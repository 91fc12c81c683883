namespace Klapphaus.Grains.Moderation;

/// <summary>Keeps one month of one log.</summary>
sealed class ModerationLogGrain([PersistentState("log", Storage.Name)] IPersistentState<ModerationLogGrainState> stored) : Grain, IModerationLogGrain
{
    List<LogEntry> Lines => stored.State.Entries;

    public async Task Append(LogEntry entry)
    {
        Lines.Add(entry with { Number = Lines.Count + 1 });
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            Lines.RemoveAt(Lines.Count - 1); // whoever tries again says it once
            throw;
        }
    }

    public Task<LogEntry[]> Entries() => Task.FromResult(Lines.ToArray());

    public async Task<int> Erase(string member)
    {
        var count = 0;
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].By != member && Lines[i].Of != member) continue;
            count++;
            Lines[i] = Lines[i].Without(member);
        }
        if (count > 0) await stored.WriteStateAsync();
        return count;
    }

    public Task Clear() => stored.ClearStateAsync();
}
