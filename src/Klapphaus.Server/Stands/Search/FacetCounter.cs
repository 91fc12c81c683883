namespace Klapphaus.Server.Stands.Search;

/// <summary>Filters hits, and counts how many there are of each sort: for each filter those that only it keeps out, too.</summary>
/// <param name="query">The filters.</param>
/// <param name="challenge">Who names a solution for the challenge that was asked for; null when none was.</param>
/// <param name="isStaffed">Whether somebody is at a stand now.</param>
sealed class FacetCounter(StandQuery query, ChallengeFilter? challenge, Func<string, bool> isStaffed)
{
    /// <summary>The filters that an entry may fail at.</summary>
    [Flags]
    enum Filters
    {
        None = 0,
        Room = 1,
        Topic = 2,
        Language = 4,
        Kind = 8,
        Staffed = 16,
        Challenge = 32,
    }

    readonly string? topic = query.Topic is null ? null : IndexedEntry.Key(query.Topic);
    readonly string? language = query.Language is null ? null : IndexedEntry.Tag(query.Language);
    readonly Dictionary<string, bool> staffed = [];
    readonly Dictionary<string, int> rooms = [];
    readonly Dictionary<string, int> languages = [];
    readonly Dictionary<string, (string Name, int Count)> topics = [];
    readonly Dictionary<string, (string Name, int Count)> challenges = [];
    int stands;
    int materials;
    int atStaffed;

    /// <summary>Counts the entry; true when it passes all filters.</summary>
    public bool Count(IndexedEntry entry)
    {
        var isAtStaffed = IsStaffed(entry.Stand);
        var failed = Failed(entry, isAtStaffed);
        if (Only(failed, Filters.Room)) Add(rooms, entry.Room);
        if (Only(failed, Filters.Language)) Add(languages, entry.Language);
        if (Only(failed, Filters.Staffed) && isAtStaffed) atStaffed++;
        if (Only(failed, Filters.Kind)) _ = entry.Kind == EntryKind.Stand ? stands++ : materials++;
        if (Only(failed, Filters.Topic))
            foreach (var (key, name) in entry.Topics) Add(topics, key, name);
        if (Only(failed, Filters.Challenge))
            foreach (var solution in entry.Solutions.DistinctBy(s => s.Key)) Add(challenges, solution.Key, solution.Challenge.Text.Trim());
        return failed == Filters.None;
    }

    public StandFacets Facets() => new(
        stands, materials, atStaffed, InOrder(rooms), InOrder(topics), InOrder(challenges), InOrder(languages));

    Filters Failed(IndexedEntry entry, bool isAtStaffed) =>
        (query.Room is null || query.Room == entry.Room ? Filters.None : Filters.Room)
        | (topic is null || entry.Topics.Any(t => t.Key == topic) ? Filters.None : Filters.Topic)
        | (language is null || language == entry.Language ? Filters.None : Filters.Language)
        | (query.Kind is null || query.Kind == entry.Kind ? Filters.None : Filters.Kind)
        | (!query.Staffed || isAtStaffed ? Filters.None : Filters.Staffed)
        | (challenge is null || challenge.Passes(entry) ? Filters.None : Filters.Challenge);

    bool IsStaffed(string stand) => staffed.TryGetValue(stand, out var known) ? known : staffed[stand] = isStaffed(stand);

    /// <summary>Of several spellings always the same one, and rather the one with a capital.</summary>
    static string First(string name, string other) => string.CompareOrdinal(name, other) < 0 ? name : other;

    static bool Only(Filters failed, Filters filter) => (failed & ~filter) == Filters.None;

    static void Add(Dictionary<string, int> counts, string value) => counts[value] = counts.GetValueOrDefault(value) + 1;

    static void Add(Dictionary<string, (string Name, int Count)> counts, string key, string name) =>
        counts[key] = counts.TryGetValue(key, out var known) ? (First(name, known.Name), known.Count + 1) : (name, 1);

    static FacetCount[] InOrder(Dictionary<string, (string Name, int Count)> counts) => InOrder(counts.Values.Select(c => KeyValuePair.Create(c.Name, c.Count)));

    static FacetCount[] InOrder(IEnumerable<KeyValuePair<string, int>> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount(c.Key, c.Value))];
}
