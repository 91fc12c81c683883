using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>A stand as one reads it, line by line.</summary>
/// <param name="words">The language.</param>
/// <param name="terms">What challenges and solutions are called, by their ids.</param>
sealed class StandPage(TextWords words, IReadOnlyDictionary<string, string> terms)
{
    public IReadOnlyList<string> Lines(StandView stand) =>
    [
        stand.Name.Length > 0 ? TerminalText.Line(stand.Name) : words.Say("stand.unnamed"),
        .. Written(stand.Line),
        .. stand.State == "open" ? (string[])[] : [words.Say($"stand.showing.{stand.State}")],
        .. StandText.Of(stand.Html),
        .. Titled("stand.part.hours", stand.Hours),
        .. Titled("stand.part.contact", string.Join(" ", new[] { stand.Contact, stand.ContactLink }.Where(part => part.Length > 0))),
        .. Titled("stand.part.topics", string.Join(", ", stand.Topics)),
        .. Titled("stand.part.challenges", Terms(stand.Challenges)),
        .. Titled("stand.part.solutions", Terms(stand.Solutions)),
        .. Titled("stand.part.pictures", string.Join("; ", stand.Pictures.Select(picture => picture.Text))),
        .. Titled("stand.part.videos", string.Join("; ", stand.Videos.Select(video => Medium(video)))),
        .. Materials(stand),
    ];

    /// <summary>The materials, numbered from 1 for whoever takes one along.</summary>
    public IReadOnlyList<string> Materials(StandView stand) => stand.Materials.Length == 0
        ? []
        : [words.Say("stand.part.materials") + ":", .. stand.Materials.Select((material, index) => $"{index + 1}. {Medium(material)}")];

    string Terms(StandTermView[] named) => string.Join("; ", named.Where(term => terms.ContainsKey(term.Id))
        .Select(term => term.Text.Length > 0 ? $"{terms[term.Id]}: {term.Text}" : terms[term.Id]));

    string Medium(StandMediumView medium)
    {
        string[] more = [medium.Language, medium.Link, medium.Down is null ? "" : words.Say("stand.materialDown")];
        var said = string.Join(", ", more.Where(part => part.Length > 0));
        return TerminalText.Line(said.Length > 0 ? $"{medium.Text} ({said})" : medium.Text);
    }

    IEnumerable<string> Titled(string key, string text)
    {
        var line = TerminalText.Line(text);
        return line.Length > 0 ? [$"{words.Say(key)}: {line}"] : [];
    }

    static IEnumerable<string> Written(string text)
    {
        var line = TerminalText.Line(text);
        return line.Length > 0 ? [line] : [];
    }
}
