using Klapphaus.Grains.Stands;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands.Search;

/// <summary>What a stand shows to everybody, as the index takes it.</summary>
static class StandEntries
{
    /// <param name="stand">Id of the stand.</param>
    /// <param name="reading">The stand as a visitor sees it.</param>
    /// <param name="vocabulary">Of the network.</param>
    public static StandEntry Of(string stand, StandReading reading, Vocabulary vocabulary)
    {
        var content = StandContents.Of(reading.Fields, []);
        var (challenges, solutions) = (content.Items(StandPart.Challenges), content.Items(StandPart.Solutions));
        string[] known = [.. challenges.Select(c => NameOf(WordKind.Challenge, c, vocabulary))];
        return new()
        {
            Id = stand,
            Room = reading.Place!.Room,
            Place = reading.Place.Area,
            Title = content.TextOf(StandPart.Name),
            Published = true,
            Line = content.TextOf(StandPart.Line),
            Text = Lines([SafeText.Plain(content.TextOf(StandPart.Text)), .. Remarks(WordKind.Challenge, challenges, vocabulary), .. Remarks(WordKind.Solution, solutions, vocabulary), content.TextOf(StandPart.Contact)]),
            Topics = [.. content.Items(StandPart.Topics).Select(t => t.Value.Text)],
            Challenges = [.. known, .. challenges.Select(c => WordOf(WordKind.Challenge, c, vocabulary)?.English ?? "").Where(name => name.Length > 0)],
            Solutions = [.. solutions.SelectMany(s => SolutionsOf(s, known, vocabulary))],
            Language = StandLanguages.All[0],
            Materials = [.. Media(content, StandPart.Materials), .. Media(content, StandPart.Videos)],
        };
    }

    /// <summary>
    /// What a solution is called, with the challenges that it is for: those of the vocabulary. Of one that nobody there has tied to any, those count that its
    /// stand knows from its own experience.
    /// </summary>
    static IEnumerable<SolutionEntry> SolutionsOf(StandItem solution, string[] known, Vocabulary vocabulary)
    {
        var word = WordOf(WordKind.Solution, solution, vocabulary);
        var tied = vocabulary.ChallengesOf(word);
        yield return new(NameOf(WordKind.Solution, solution, vocabulary), tied.Count > 0 ? [.. tied.Select(c => c.German)] : known);
        if (word is { English.Length: > 0 }) yield return new(word.English, []);
    }

    /// <summary>As the network calls it; else as the stand does.</summary>
    static string NameOf(WordKind kind, StandItem item, Vocabulary vocabulary) =>
        WordOf(kind, item, vocabulary) is { IsAccepted: true } word ? word.German : item.Value.Text.Length > 0 ? item.Value.Text : item.Id;

    static Word? WordOf(WordKind kind, StandItem item, Vocabulary vocabulary) => vocabulary.Named(kind, item.Id, item.Value.Text);

    /// <summary>What the stand says of words that the network has another name for.</summary>
    static IEnumerable<string> Remarks(WordKind kind, IEnumerable<StandItem> items, Vocabulary vocabulary) =>
        items.Where(i => i.Value.Text.Length > 0 && i.Value.Text != NameOf(kind, i, vocabulary)).Select(i => i.Value.Text);

    static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Select(t => t.Trim()).Where(t => t.Length > 0));

    static IEnumerable<MaterialEntry> Media(StandContent content, StandPart part) => content.Items(part).Select(item => new MaterialEntry
    {
        Id = new StandField(part, item.Id).ToString(),
        Title = item.Value.Text,
        Published = true,
        Language = item.Value.Language,
    });
}
