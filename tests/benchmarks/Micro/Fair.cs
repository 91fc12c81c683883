using Klapphaus.Server.Stands.Search;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>Stands with texts that are made up, the same each time. Some words are in every second text, and of most there are few, as in texts that are written.</summary>
static class Fair
{
    const int Rooms = 5;

    static readonly string[] beginnings =
    [
        "Leerstands", "Innenstadt", "Wochenmarkt", "Handels", "Kultur", "Verkehrs", "Bürger", "Quartiers", "Gastronomie", "Standort", "Tourismus", "Klima",
        "Bau", "Kunden", "Stadt", "Orts",
    ];

    static readonly string[] ends =
    [
        "management", "konzept", "förderung", "planung", "beratung", "entwicklung", "börse", "netzwerk", "fest", "projekt", "beteiligung", "kataster",
        "messung", "gestaltung", "werkstatt", "recht",
    ];

    static readonly string[] towns =
    [
        "Lörrach", "Ahlen", "Bocholt", "Celle", "Dorsten", "Emden", "Fürth", "Gießen", "Höxter", "Iserlohn", "Jülich", "Köthen", "Lünen", "Mölln", "Nürtingen", "Öhringen",
    ];

    static readonly string[] small = ["die", "der", "und", "in", "mit", "für", "von", "wird", "beleben", "zeigt", "Leerstand", "Innenstadt", "Läden", "Händler", "neue", "Ideen"];

    public static StandEntry Stand(int number, int materials)
    {
        var random = new Random(number);
        return new()
        {
            Id = $"stand {number}",
            Room = $"room {number % Rooms}",
            Place = $"area {number}",
            Title = $"Stadt {Of(towns, random)} {number}",
            Line = Words(random, 10),
            Text = Words(random, 400),
            Topics = [Of(beginnings, random), Of(ends, random)],
            Challenges = [$"{Of(beginnings, random)}{Of(ends, random)}"],
            Solutions = [new(Words(random, 3), [$"{Of(beginnings, random)}{Of(ends, random)}"])],
            Language = "de",
            Published = true,
            Materials = [.. Enumerable.Range(0, materials).Select(m => Material(number * materials + m, random))],
        };
    }

    static MaterialEntry Material(int number, Random random) => new()
    {
        Id = $"material {number}",
        Title = $"{Of(beginnings, random)}{Of(ends, random)} {Of(towns, random)} {number}",
        Line = Words(random, 12),
        Text = Words(random, 100),
        Published = true,
    };

    static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    static string Word(Random random) => random.Next(8) switch
    {
        < 4 => Of(small, random),
        4 => Of(towns, random),
        5 => $"{Of(beginnings, random)}{Of(ends, random)}",
        6 => Of(ends, random),
        _ => Rare(random),
    };

    /// <summary>One of some thousand words that no list knows.</summary>
    static string Rare(Random random) => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstw"[random.Next(13)]}{"aeiou"[random.Next(5)]}"));

    static string Of(string[] words, Random random) => words[random.Next(words.Length)];
}
