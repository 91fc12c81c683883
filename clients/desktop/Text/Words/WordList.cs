using System.Text.Json;

namespace Klapphaus.Desktop.Text;

/// <summary>Sentences by their keys in one language, in the form in which the web client has them: <c>{{name}}</c> for what is filled in, and an ending for each number.</summary>
sealed class WordList
{
    readonly Dictionary<string, string> sentences;

    WordList(Dictionary<string, string> sentences) => this.sentences = sentences;

    public IReadOnlyCollection<string> Keys => sentences.Keys;

    /// <summary>Reads a list that was built into this program.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name: the program was built wrongly.</exception>
    public static WordList Read(string resource)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The words {resource} were not built into the program.");
        return new(JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? []);
    }

    public string? Find(string key) => sentences.GetValueOrDefault(key);

    /// <summary>The sentence for a number of things.</summary>
    public string? Find(string key, int count) =>
        (count == 0 ? Find(key + "_zero") : null) ?? Find(key + (count == 1 ? "_one" : "_other")) ?? Find(key);
}
