namespace Klapphaus.Server.Stands.Search;

/// <summary>One search. An entry with all the words is found; where there is none, those with some of them are.</summary>
/// <param name="snapshot">What is searched.</param>
/// <param name="query">The words and the filters.</param>
/// <param name="isStaffed">Whether somebody is at a stand now.</param>
/// <param name="near">Where the asker is, when the nearest are to come first.</param>
sealed class StandSearch(StandSnapshot snapshot, StandQuery query, Func<string, bool> isStaffed, Nearness? near)
{
    readonly IReadOnlyList<QueryWord> words = QueryWord.Read(query.Text);
    readonly ChallengeFilter? challenge = query.Challenge is null ? null : new(query.Challenge);

    public StandAnswer Run()
    {
        var search = new WordSearch(snapshot.Searcher);
        WordSheet[] sheets = [.. words.Select(search.Find)];
        var candidates = Candidates(sheets);
        var most = candidates.Count == 0 ? 0 : candidates.Max(c => c.Words);
        if (most == words.Count) candidates.RemoveAll(c => c.Words < most);

        var facets = new FacetCounter(query, challenge, isStaffed);
        candidates.RemoveAll(c => !facets.Count(c.Entry));

        var reasons = new ReasonFinder(words);
        StandHit[] hits =
        [
            .. candidates.OrderBy(c => c, new HitOrder(near, challenge)).Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 0, StandQuery.MostHits))
                .Select(c => Hit(c.Entry, reasons)),
        ];
        string[] unknown = [.. words.Where((_, i) => sheets[i].Found == 0).Select(w => w.Typed)];
        return new(hits, candidates.Count, most == words.Count, unknown, facets.Facets());
    }

    /// <summary>Everything when nothing is asked for; nothing when all that was typed are signs.</summary>
    List<Candidate> Candidates(WordSheet[] sheets)
    {
        var candidates = new List<Candidate>();
        var everything = string.IsNullOrWhiteSpace(query.Text);
        float[] rarity = [.. sheets.Select(s => s.Rarity(snapshot.Count))];
        for (var number = 0; number < snapshot.Entries.Count; number++)
        {
            if (snapshot.Entries[number] is not { } entry) continue;
            var (found, score) = (0, 0f);
            for (var word = 0; word < sheets.Length; word++)
            {
                if (sheets[word][number] <= 0) continue;
                found++;
                score += sheets[word][number] * rarity[word];
            }
            if (found > 0 || everything) candidates.Add(new(entry, found, score));
        }
        return candidates;
    }

    StandHit Hit(IndexedEntry entry, ReasonFinder reasons) =>
        new(entry.Stand, entry.Material, entry.Title, entry.Room, entry.Place, reasons.Of(entry), challenge?.Reasons(entry) ?? []);
}
