namespace Klapphaus.Server.Stands.Search;

/// <summary>Leads from a challenge to those who name a solution for it. It may be asked for in other words: each of them has to be in the challenge's name, in any form.</summary>
/// <param name="challenge">As the vocabulary names it, or in words of one's own.</param>
sealed class ChallengeFilter(string challenge)
{
    readonly IReadOnlyList<QueryWord> words = QueryWord.Read(challenge);
    readonly string key = IndexedEntry.Key(challenge.Length > StandQuery.LongestText ? challenge[..StandQuery.LongestText] : challenge);

    /// <summary>Whether it names a solution for the challenge.</summary>
    public bool Passes(IndexedEntry entry) => entry.Solutions.Any(Fits);

    /// <summary>Whether one of the challenges is called exactly like this.</summary>
    public bool IsExact(IndexedEntry entry) => entry.Solutions.Any(s => s.Key == key);

    /// <summary>Its solutions for the challenge, those first that are for exactly this one.</summary>
    public IReadOnlyList<SolutionReason> Reasons(IndexedEntry entry) =>
        [.. entry.Solutions.Where(Fits).OrderBy(s => s.Key != key).Select(s => new SolutionReason(s.Name, s.Challenge.Text)).Distinct()];

    bool Fits(IndexedSolution solution) => words.Count > 0 && words.All(w => Array.Exists(solution.Challenge.Words, word => w.Answers(word.Forms)));
}
