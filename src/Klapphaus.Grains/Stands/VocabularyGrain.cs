using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Keeps the vocabulary and asks its rules (<see cref="Vocabulary"/>). What is confirmed is stored.</summary>
sealed class VocabularyGrain([PersistentState("vocabulary", Storage.Name)] IPersistentState<VocabularyGrainState> stored, TimeProvider time) : Grain, IVocabularyGrain
{
    /// <summary>In place of the stand, where an organiser adds a word.</summary>
    const string NoStand = "";

    long version;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Changed();
        return Task.CompletedTask;
    }

    public Task<WordIndex?> Words(long known) => Task.FromResult(known == version ? null : new WordIndex { Version = version, Words = [.. stored.State.Words.Values] });

    public async Task<WordAddition> Add(StandCaller who, WordDraft draft)
    {
        if (who.RoleIn("") < Role.Organiser) return new() { Error = ErrorCode.OrganisersOnly };
        var words = Copy();
        var vocabulary = new Vocabulary(words);
        var answer = vocabulary.Propose(new(draft.Kind, draft.German, draft.English, draft.Answers), NoStand, draft.Nonetheless);
        WordState[] similar = [.. answer.Similar.Select(WordState.Of)];
        var error = answer.Outcome switch
        {
            WordOutcome.Done or WordOutcome.Exists => ErrorCode.None,
            WordOutcome.Similar => ErrorCode.WordSimilar,
            WordOutcome.TooMany => ErrorCode.VocabularyFull,
            _ => ErrorCode.WordUnusable,
        };
        if (answer.Word is not { } word) return new() { Error = error, Similar = similar };
        if (answer.Outcome == WordOutcome.Exists) vocabulary.Complete(word.Id, new(draft.Kind, draft.German, draft.English, draft.Answers));
        vocabulary.Accept(word.Id);
        await KeepAsync(words);
        return new() { Word = stored.State.Words[word.Id], Similar = similar };
    }

    public async Task<ErrorCode> Remove(StandCaller who, string id)
    {
        if (who.RoleIn("") < Role.Organiser) return ErrorCode.OrganisersOnly;
        var words = Copy();
        if (!new Vocabulary(words).Remove(id)) return ErrorCode.WordUnknown;
        await KeepAsync(words);
        return ErrorCode.None;
    }

    Dictionary<string, Word> Copy() => stored.State.Words.ToDictionary(w => w.Key, w => w.Value.ToWord());

    async Task KeepAsync(Dictionary<string, Word> words)
    {
        await stored.ReplaceAsync(stored.State with { Words = words.ToDictionary(w => w.Key, w => WordState.Of(w.Value)) }, this);
        Changed();
    }

    /// <summary>Never the same as one that was given out before a restart.</summary>
    void Changed() => version = Math.Max(version + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
}
