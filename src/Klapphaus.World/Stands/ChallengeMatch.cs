namespace Klapphaus.World.Stands;

/// <summary>Leads from a challenge to the stands whose solutions are for it, and says why.</summary>
public static class ChallengeMatch
{
    /// <summary>The stands, those with the most reasons first. A word that no moderator has accepted leads nobody anywhere.</summary>
    /// <param name="challenge">Id of the challenge.</param>
    /// <param name="vocabulary">Of the network.</param>
    /// <param name="offered">What the stands name that can be seen.</param>
    public static IReadOnlyList<StandMatch> Find(string challenge, Vocabulary vocabulary, IEnumerable<OfferedSolution> offered)
    {
        if (vocabulary.Find(challenge) is not { Kind: WordKind.Challenge, IsAccepted: true } sought) return [];
        return
        [
            .. offered.Select(o => (o.Stand, o.Remark, Word: vocabulary.Find(o.Word)))
                .Where(o => o.Word is { Kind: WordKind.Solution, IsAccepted: true } && o.Word.Answers.Any(id => vocabulary.Find(id)?.Id == sought.Id))
                .GroupBy(o => o.Stand, StringComparer.Ordinal)
                .Select(stand => new StandMatch(stand.Key, [.. stand.DistinctBy(o => o.Word!.Id).Select(o => new MatchReason(o.Word!, o.Remark))]))
                .OrderByDescending(match => match.Reasons.Count).ThenBy(match => match.Stand, StringComparer.Ordinal),
        ];
    }
}
