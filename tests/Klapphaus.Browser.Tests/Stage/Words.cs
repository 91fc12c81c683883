using System.Text.Json;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>The web client's own words in one language, for tests that run in both.</summary>
sealed class Words(string language)
{
    readonly Dictionary<string, string> words = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(PathOf(language) is var path && File.Exists(path) ? path : PathOf("de")))!;

    public string this[string key] => words[key];

    /// <summary>A sentence with its values put in: <c>("welcome.goOnAs", "name", "Ada")</c>.</summary>
    public string this[string key, string name, string value] => words[key].Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);

    static string PathOf(string language) => Path.Combine(AppContext.BaseDirectory, "words", $"{language}.json");
}
