using Klapphaus.World.Files;

namespace Klapphaus.World.Stands;

/// <summary>The names of the parts, as they travel and are stored, and what may stand in each.</summary>
public static class StandParts
{
    /// <summary>In the order of <see cref="StandPart"/>.</summary>
    static readonly PartRule[] rules =
    [
        new("name", "Name des Stands", "Name of the stand", 1, 80) { NeedsText = true },
        new("line", "Ein Satz", "One line", 1, 160),
        new("text", "Beschreibung", "Description", 1, 8_000) { HasLines = true },
        new("logo", "Logo", "Logo", 1, 200) { TakesFile = true, NeedsSource = true },
        new("accent", "Farbe", "Colour", 1, 20),
        new("hours", "Zeiten", "Hours", 1, Moderation.OpeningHours.Longest),
        new("contact", "Kontakt", "Contact", 1, 500) { HasLines = true, TakesLink = true },
        new("topics", "Themen", "Topics", 20, 40) { NeedsText = true },
        new("challenges", "Herausforderungen", "Challenges", 20, 200),
        new("solutions", "Lösungen", "Solutions", 20, 200),
        new("pictures", "Bilder", "Pictures", 24, 200) { NeedsText = true, TakesFile = true, NeedsSource = true },
        new("videos", "Filme", "Videos", 10, 120) { NeedsText = true, TakesFile = true, TakesLink = true, NeedsSource = true, TakesLanguage = true },
        new("materials", "Unterlagen", "Materials", 100, 120)
        {
            NeedsText = true, TakesFile = true, TakesLink = true, NeedsSource = true, TakesLanguage = true, NeedsLanguage = true,
        },
    ];

    public static IReadOnlyList<StandPart> All { get; } = Enum.GetValues<StandPart>();

    public static string Name(StandPart part) => RuleOf(part).Name;

    public static bool IsList(StandPart part) => part >= StandPart.Topics;

    /// <summary>So many items a list has at most.</summary>
    public static int Most(StandPart part) => RuleOf(part).Most;

    /// <summary>So many characters its text has at most.</summary>
    public static int Longest(StandPart part) => RuleOf(part).Longest;

    /// <summary>Whether a file of this kind may stand in it.</summary>
    public static bool Takes(StandPart part, FileKind kind) => part switch
    {
        StandPart.Logo or StandPart.Pictures => kind.IsPicture(),
        StandPart.Videos => kind.IsVideo(),
        _ => RuleOf(part).TakesFile,
    };

    public static bool TryRead(string name, out StandPart part)
    {
        var index = Array.FindIndex(rules, rule => rule.Name == name);
        part = index < 0 ? StandPart.Name : (StandPart)index;
        return index >= 0;
    }

    internal static PartRule RuleOf(StandPart part) => rules[(int)part];
}
