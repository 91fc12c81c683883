namespace Klapphaus.World.Moderation;

/// <summary>Who asks to be let into a room whose moderators let people in one by one, and who has been let in.</summary>
public sealed class WaitingRoom
{
    /// <summary>More than any moderator reads through.</summary>
    public const int Most = 300;

    /// <summary>Whoever asks again and again is heard of so often.</summary>
    static readonly TimeSpan quiet = TimeSpan.FromMinutes(1);

    readonly List<Asking> asking = [];
    readonly HashSet<string> letIn = [];
    readonly Dictionary<string, DateTimeOffset> heardOf = [];

    /// <summary>First come first.</summary>
    public IReadOnlyList<Asking> All => asking;

    /// <summary>Ids of the members who may come and go.</summary>
    public IReadOnlyCollection<string> LetIn => letIn;

    public bool MayEnter(string member) => letIn.Contains(member);

    public Asking? Find(string member) => asking.Find(a => a.Member == member);

    /// <summary>Asks, or goes on asking in the same place. False when so many ask that no more are taken.</summary>
    public bool Ask(Asking person)
    {
        var place = asking.FindIndex(a => a.Member == person.Member);
        if (place < 0 && asking.Count >= Most) return false;
        if (place < 0) asking.Add(person);
        else asking[place] = person with { Since = asking[place].Since };
        return true;
    }

    /// <summary>Whether moderators are told that this member asks: they are not when they were just now.</summary>
    public bool IsNews(string member, DateTimeOffset now)
    {
        foreach (var old in heardOf.Where(h => now - h.Value >= quiet).Select(h => h.Key).ToList()) heardOf.Remove(old);
        return heardOf.TryAdd(member, now);
    }

    /// <summary>May come in from now on. False for who does not ask.</summary>
    public bool Admit(string member)
    {
        if (!StopAsking(member)) return false;
        letIn.Add(member);
        return true;
    }

    /// <summary>Is inside, and may come back.</summary>
    public void Keep(string member)
    {
        StopAsking(member);
        letIn.Add(member);
    }

    /// <summary>No longer asks. False for who did not.</summary>
    public bool StopAsking(string member) => asking.RemoveAll(a => a.Member == member) > 0;

    /// <summary>Neither asks nor may come in without asking. False for who could not anyway.</summary>
    public bool Forget(string member)
    {
        StopAsking(member);
        return letIn.Remove(member);
    }

    /// <summary>There is nobody to be let in any more.</summary>
    /// <returns>Those who asked, first come first.</returns>
    public IReadOnlyList<Asking> Dissolve()
    {
        Asking[] asked = [.. asking];
        asking.Clear();
        letIn.Clear();
        heardOf.Clear();
        return asked;
    }
}
