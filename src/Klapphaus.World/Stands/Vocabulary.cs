using Klapphaus.World.Conversations;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Stands;

/// <summary>
/// The challenges and solutions that the network has names for. A stand may add to them: it sees its own word at once, others when a moderator has accepted it.
/// </summary>
/// <param name="words">By their ids; kept up to date in place, since that is what is stored.</param>
public sealed class Vocabulary(Dictionary<string, Word> words)
{
    /// <summary>So many of one stand wait for a moderator at a time.</summary>
    public const int MostProposed = 20;

    /// <summary>A word is for so many challenges at most.</summary>
    public const int MostAnswers = 20;

    const int LongestId = 36;

    /// <summary>What a stand can choose from, by name.</summary>
    public IReadOnlyList<Word> All(WordKind kind, string stand) =>
        [.. words.Values.Where(w => w.Kind == kind && w.IsSeenAt(stand)).OrderBy(w => WordShape.Of(w.German), StringComparer.Ordinal)];

    /// <summary>What a moderator has to look at.</summary>
    public IReadOnlyList<Word> Waiting => [.. words.Values.Where(w => !w.IsAccepted && w.MergedInto.Length == 0).OrderBy(w => w.Id, StringComparer.Ordinal)];

    /// <summary>The word of that id, or the one that is used in its place; null when there is none.</summary>
    public Word? Find(string id)
    {
        // nothing is merged into what has been merged itself, so that this ends
        var word = words.GetValueOrDefault(id);
        return word is { MergedInto.Length: > 0 } ? words.GetValueOrDefault(word.MergedInto) : word;
    }

    /// <summary>Words that a stand sees and that may well mean the same as this.</summary>
    public IReadOnlyList<Word> SimilarTo(string text, WordKind kind, string stand) =>
        [.. All(kind, stand).Where(w => WordShape.AreAlike(w.German, text) || w.English.Length > 0 && WordShape.AreAlike(w.English, text))];

    /// <summary>A stand proposes a word. Who proposes what another stand has proposed before gets the same word.</summary>
    /// <param name="proposal">The word.</param>
    /// <param name="stand">Id of the stand.</param>
    /// <param name="nonetheless">Similar words have been shown, and none means the same.</param>
    public WordAnswer Propose(WordProposal proposal, string stand, bool nonetheless)
    {
        if (Read(proposal) is not { } sound) return new(WordOutcome.Unusable, null, []);
        if (words.Values.FirstOrDefault(w => w.Kind == sound.Kind && WordShape.Of(w.German) == WordShape.Of(sound.German)) is { } known)
            return new(WordOutcome.Exists, Share(known, stand), []);
        var similar = SimilarTo(sound.German, sound.Kind, stand);
        if (similar.Count > 0 && !nonetheless) return new(WordOutcome.Similar, null, similar);
        if (Waiting.Count(w => w.ProposedBy.Contains(stand)) >= MostProposed) return new(WordOutcome.TooMany, null, similar);
        var word = new Word
        {
            Id = NewId(sound.German), Kind = sound.Kind, German = sound.German, English = sound.English, Answers = sound.Answers, ProposedBy = [stand],
        };
        words[word.Id] = word;
        return new(WordOutcome.Done, word, similar);
    }

    /// <summary>From now on everybody sees it. False when there is no such word.</summary>
    public bool Accept(string id) => Change(id, w => w with { IsAccepted = true });

    /// <summary>Two words mean the same: in place of the one the other is used, at all stands. False when there are no two such words.</summary>
    public bool Merge(string id, string into)
    {
        if (id == into || !words.TryGetValue(id, out var word) || !words.TryGetValue(into, out var kept)) return false;
        if (word.Kind != kept.Kind || kept.MergedInto.Length > 0) return false;
        foreach (var other in words.Values.Where(w => w.MergedInto == id).Select(w => w.Id).ToList()) Change(other, w => w with { MergedInto = into });
        words[id] = word with { MergedInto = into };
        words[into] = kept with { ProposedBy = [.. kept.ProposedBy.Union(word.ProposedBy)], Answers = [.. kept.Answers.Union(word.Answers).Take(MostAnswers)] };
        return true;
    }

    /// <summary>A moderator does not want a word that was proposed. False when there is none, or it was accepted.</summary>
    public bool Refuse(string id) => words.TryGetValue(id, out var word) && !word.IsAccepted && word.MergedInto.Length == 0 && words.Remove(id);

    Word? Share(Word known, string stand)
    {
        var word = Find(known.Id)!;
        if (!word.IsSeenAt(stand)) Change(word.Id, w => w with { ProposedBy = [.. w.ProposedBy, stand] });
        return words[word.Id];
    }

    bool Change(string id, Func<Word, Word> change)
    {
        if (!words.TryGetValue(id, out var word)) return false;
        words[id] = change(word);
        return true;
    }

    WordProposal? Read(WordProposal raw)
    {
        var (german, english) = (Wording.Clean(raw.German, Word.LongestName, lines: false), Wording.Clean(raw.English, Word.LongestName, lines: false));
        if (german is null || english is null || WordShape.Of(german).Length == 0 || !Enum.IsDefined(raw.Kind)) return null;
        var answers = raw.Kind == WordKind.Solution ? raw.Answers.Distinct().ToList() : [];
        return answers.Count <= MostAnswers && answers.TrueForAll(id => Find(id) is { Kind: WordKind.Challenge }) ? new(raw.Kind, german, english, answers) : null;
    }

    /// <summary>Made of the name, so that whoever reads the store understands it; with a number when two names make one.</summary>
    string NewId(string german)
    {
        var name = Words.ToId(german);
        if (name.Length > LongestId) name = name[..LongestId].TrimEnd('-');
        if (name.Length == 0) name = "wort";
        var id = name;
        for (var number = 2; words.ContainsKey(id); number++) id = $"{name}-{number}";
        return id;
    }
}
