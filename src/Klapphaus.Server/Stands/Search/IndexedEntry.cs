using Klapphaus.Server.Stands.Search.Words;

namespace Klapphaus.Server.Stands.Search;

/// <summary>A stand or one of its materials, read for the index. It never changes.</summary>
sealed class IndexedEntry
{
    /// <summary>A text of about ten pages. What is longer belongs into a material of its own, and is found by its beginning.</summary>
    public const int LongestText = 20_000;

    /// <summary>Behind a language that is written so that everybody understands it.</summary>
    const string Plain = "-simple";

    IndexedEntry(StandEntry stand, MaterialEntry? material, Lexicon lexicon)
    {
        Findable own = material is null ? stand : material;
        (Stand, Room, Place, Material, Title) = (stand.Id, stand.Room, stand.Place, material?.Id, own.Title);
        Language = Tag(own.Language.Length > 0 ? own.Language : stand.Language);
        var topics = own.Topics.Count > 0 ? own.Topics : stand.Topics;
        Topics = [.. topics.Select(t => (Key: Key(t), Name: t.Trim())).Where(t => t.Key.Length > 0).DistinctBy(t => t.Key)];

        var language = Spoken(Language) switch { "de" => WordLanguage.German, "en" => WordLanguage.English, _ => WordLanguage.Other };
        IndexedText Read(SearchField field, string text)
        {
            var beginning = text.Length > LongestText ? text[..LongestText] : text;
            return new(field, beginning, lexicon.Read(beginning, language));
        }

        var challenges = own.Challenges.Concat(own.Solutions.SelectMany(s => s.Challenges)).Distinct()
            .ToDictionary(c => c, c => Read(SearchField.Challenges, c));
        IndexedText[] all =
        [
            Read(SearchField.Title, own.Title),
            .. own.Topics.Select(t => Read(SearchField.Topics, t)),
            .. challenges.Values,
            .. own.Solutions.Select(s => Read(SearchField.Solutions, s.Name)),
            Read(SearchField.Line, own.Line),
            Read(SearchField.Text, own.Text),
        ];
        Texts = [.. all.Where(t => t.Words.Length > 0)];
        Solutions = [.. own.Solutions.SelectMany(s => s.Challenges.Select(c => new IndexedSolution(s.Name, challenges[c], Key(c))))];
        TitleKey = Key(own.Title);
    }

    public string Stand { get; }

    public string Room { get; }

    public string Place { get; }

    /// <summary>Null for the stand itself.</summary>
    public string? Material { get; }

    public EntryKind Kind => Material is null ? EntryKind.Stand : EntryKind.Material;

    public string Title { get; }

    /// <summary>By it titles are put in order.</summary>
    public string TitleKey { get; }

    public string Language { get; }

    /// <summary>Each with the key by which all spellings of it are one.</summary>
    public IReadOnlyList<(string Key, string Name)> Topics { get; }

    /// <summary>All texts that have words, from what says most to what says least.</summary>
    public IReadOnlyList<IndexedText> Texts { get; }

    public IReadOnlyList<IndexedSolution> Solutions { get; }

    /// <summary>The stand and its materials, as far as they are published; nothing when the stand is not.</summary>
    public static IReadOnlyList<IndexedEntry> Of(StandEntry stand, Lexicon lexicon) => !stand.Published ? [] :
    [
        new(stand, material: null, lexicon),
        .. stand.Materials.Where(m => m.Published).Select(m => new IndexedEntry(stand, m, lexicon)),
    ];

    /// <summary>One form for all ways to write a name.</summary>
    public static string Key(string name) => string.Join(' ', WordReader.Read(name).Select(w => w.Plain));

    /// <summary>The language of a tag, without region: stands of Vienna are German. Plain language is one that is looked for by itself, and keeps its own.</summary>
    public static string Tag(string language)
    {
        var tag = language.Trim().ToLowerInvariant().Replace('_', '-');
        if (tag.Length == 0) return "de";
        return tag.EndsWith(Plain, StringComparison.Ordinal) ? tag : Spoken(tag);
    }

    /// <summary>By whose rules words are brought to their stems.</summary>
    static string Spoken(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is >= 0 and var end ? tag[..end] : tag;
}
