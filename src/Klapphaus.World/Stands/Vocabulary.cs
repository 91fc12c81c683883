using Klapphaus.World.Conversations;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Stands;

/// <summary>
/// The challenges and solutions that the network has names for. Organisers add to them. The rules know words that a stand proposes, too: it sees its own at once,
/// others when it was accepted.
/// </summary>
/// <param name="words">By their ids; kept up to date in place, since that is what is stored.</param>
public sealed class Vocabulary(Dictionary<string, Word> words)
{
    /// <summary>So many of one stand wait for a moderator at a time.</summary>
    public const int MostProposed = 20;

    /// <summary>A word is for so many challenges at most.</summary>
    public const int MostAnswers = 20;

    /// <summary>More than anybody could choose from.</summary>
    public const int MostWords = 1_000;

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
        if (words.Count >= MostWords || Waiting.Count(w => w.ProposedBy.Contains(stand)) >= MostProposed) return new(WordOutcome.TooMany, null, similar);
        var word = new Word
        {
            Id = NewId(sound.German), Kind = sound.Kind, German = sound.German, English = sound.English, Answers = sound.Answers, ProposedBy = [stand],
        };
        words[word.Id] = word;
        return new(WordOutcome.Done, word, similar);
    }

    /// <summary>Says more of a word that is there: what it is called in English, and challenges that it is for as well. False when there is no such word, or nothing to say of it.</summary>
    public bool Complete(string id, WordProposal more)
    {
        if (Read(more) is not { } sound) return false;
        return Change(id, w => w with
        {
            English = sound.English.Length > 0 ? sound.English : w.English,
            Answers = w.Kind == WordKind.Solution ? [.. w.Answers.Union(sound.Answers).Take(MostAnswers)] : w.Answers,
        });
    }

    /// <summary>What a stand means by a word: the one that is called so, whatever its id; else the one of its id. Null when the network has none of that kind.</summary>
    public Word? Named(WordKind kind, string id, string text)
    {
        var shape = WordShape.Of(text);
        var called = shape.Length == 0 ? null : words.Values.FirstOrDefault(w => w.Kind == kind && WordShape.Of(w.German) == shape);
        return Find((called ?? words.GetValueOrDefault(id))?.Id ?? "") is { } word && word.Kind == kind ? word : null;
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

    /// <summary>
    /// Nobody can choose the word any more, nor any that it is used in place of, and no solution is for it. Stands keep what they have written. False when there
    /// is no such word.
    /// </summary>
    public bool Remove(string id)
    {
        if (!words.ContainsKey(id)) return false;
        var gone = words.Values.Where(w => w.Id == id || w.MergedInto == id).Select(w => w.Id).ToHashSet();
        foreach (var word in gone) words.Remove(word);
        foreach (var solution in words.Values.Where(w => w.Answers.Any(gone.Contains)).ToList())
            words[solution.Id] = solution with { Answers = [.. solution.Answers.Where(a => !gone.Contains(a))] };
        return true;
    }

    /// <summary>The challenges that a solution is for. A word that no moderator has accepted leads nobody anywhere.</summary>
    public IReadOnlyList<Word> ChallengesOf(Word? solution) =>
        solution is { Kind: WordKind.Solution, IsAccepted: true } word
            ? [.. word.Answers.Select(Find).Where(w => w is { Kind: WordKind.Challenge, IsAccepted: true }).Select(w => w!).DistinctBy(w => w.Id)]
            : [];

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
