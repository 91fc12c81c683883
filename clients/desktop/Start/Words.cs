using System.Globalization;

namespace Klapphaus.Desktop.Start;

/// <summary>The words of this program in one language.</summary>
/// <param name="language">de or en.</param>
sealed class Words(string language)
{
    readonly Dictionary<Sentence, string> all = language == "en" ? EnglishWords.All : GermanWords.All;

    public string Language => language;

    /// <summary>A sentence with what goes into its gaps.</summary>
    public string this[Sentence sentence, params object[] parts] => Say(new(sentence, parts));

    /// <summary>The same; empty for nothing.</summary>
    public string Say(Phrase phrase) => phrase.IsEmpty ? "" : string.Format(CultureInfo.InvariantCulture, all[phrase.Sentence], phrase.Parts ?? []);
}
