namespace Klapphaus.Grains.Stands;

/// <summary>The challenges and solutions that the network has names for. There is one vocabulary; its key is <see cref="TheVocabulary"/>.</summary>
[Alias("Klapphaus.IVocabularyGrain")]
public interface IVocabularyGrain : IGrainWithStringKey
{
    /// <summary>Key of the one vocabulary.</summary>
    const string TheVocabulary = "house";

    /// <summary>All words; null when nothing has changed since the version that is known already.</summary>
    [Alias("Words")]
    Task<WordIndex?> Words(long known);

    /// <summary>An organiser adds a word, which every stand is offered from then on; or says more of one that is there.</summary>
    [Alias("Add")]
    Task<WordAddition> Add(StandCaller who, WordDraft draft);

    /// <summary>An organiser takes a word out.</summary>
    [Alias("Remove")]
    Task<ErrorCode> Remove(StandCaller who, string id);
}
