using Klapphaus.Server.Stands.Search;
using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>Filters, and how many there would be behind each.</summary>
public sealed class FilterTests : IDisposable
{
    readonly Hall hall = new(
        Stand("Ahlen") with { Topics = ["Leerstand"] },
        Stand("Bonn") with { Topics = ["Verkehr"], Language = "en" },
        Stand("Celle") with
        {
            Room = "foyer",
            Topics = ["leerstand"],
            Language = "de-AT",
            Materials = [Material("Leitfaden"), Material("Film") with { Topics = ["Verkehr", "Leerstand"], Language = "en" }],
        });

    public FilterTests() => hall.Staff("Celle");

    public void Dispose() => hall.Dispose();

    [Fact]
    public void WithoutWordsAndFiltersAllAreThereStandsFirst() => Assert.Equal(["Ahlen", "Bonn", "Celle", "Film", "Leitfaden"], hall.Titles(""));

    [Fact]
    public void RoomFilters() => Assert.Equal(["Ahlen", "Bonn"], Filtered(new() { Room = "halle" }));

    [Fact]
    public void TopicFiltersHoweverItIsSpelledAndIsHandedDownToMaterials() => Assert.Equal(["Ahlen", "Celle", "Film", "Leitfaden"], Filtered(new() { Topic = " LEERSTAND" }));

    [Fact]
    public void LanguageFiltersWithoutItsRegion()
    {
        Assert.Equal(["Ahlen", "Celle", "Leitfaden"], Filtered(new() { Language = "de" }));
        Assert.Equal(["Bonn", "Film"], Filtered(new() { Language = "EN-us" }));
    }

    [Fact]
    public void PlainLanguageIsFoundByItself()
    {
        hall.Put(Stand("Dorsten") with { Language = "de-simple", Text = "Läden stehen leer" });
        Assert.Equal(["Dorsten"], Filtered(new() { Language = "de-simple" }));
        Assert.DoesNotContain("Dorsten", Filtered(new() { Language = "de" }));
        Assert.Equal(["Dorsten"], hall.Titles("Laden")); // and its words are German
    }

    [Fact]
    public void KindFilters()
    {
        Assert.Equal(["Ahlen", "Bonn", "Celle"], Filtered(new() { Kind = EntryKind.Stand }));
        Assert.Equal(["Film", "Leitfaden"], Filtered(new() { Kind = EntryKind.Material }));
    }

    [Fact]
    public void StaffedFiltersByWhoIsThereNow()
    {
        Assert.Equal(["Celle", "Film", "Leitfaden"], Filtered(new() { Staffed = true }));
        hall.Staff("Bonn");
        Assert.Equal(["Bonn", "Celle", "Film", "Leitfaden"], Filtered(new() { Staffed = true }));
    }

    [Fact]
    public void FiltersAndWordsHoldTogether()
    {
        Assert.Equal(["Film"], Filtered(new() { Text = "Leerstand", Language = "en", Staffed = true, Kind = EntryKind.Material }));
        Assert.Empty(Filtered(new() { Text = "Leerstand", Room = "keller" }));
        Assert.Empty(Filtered(new() { Topic = "" }));
    }

    [Fact]
    public void FacetsCountAllHits()
    {
        var facets = hall.Find("").Facets;
        Assert.Equal((3, 2, 3), (facets.Stands, facets.Materials, facets.Staffed));
        Assert.Equal([new("foyer", 3), new("halle", 2)], facets.Rooms);
        Assert.Equal([new("Leerstand", 4), new("Verkehr", 2)], facets.Topics);
        Assert.Equal([new("de", 3), new("en", 2)], facets.Languages);
    }

    [Fact]
    public void FacetsCountOnlyWhatHasTheWords()
    {
        var facets = hall.Find("Bonn").Facets;
        Assert.Equal((1, 0, 0), (facets.Stands, facets.Materials, facets.Staffed));
        Assert.Equal([new("halle", 1)], facets.Rooms);
    }

    [Fact]
    public void FacetHeedsAllFiltersButItsOwn()
    {
        var answer = hall.Find(new StandQuery { Room = "foyer", Language = "en" });
        Assert.Equal(["Film"], Titles(answer));
        Assert.Equal(1, answer.Total);
        Assert.Equal([new("foyer", 1), new("halle", 1)], answer.Facets.Rooms);
        Assert.Equal([new("de", 2), new("en", 1)], answer.Facets.Languages);
        Assert.Equal([new("Leerstand", 1), new("Verkehr", 1)], answer.Facets.Topics);
        Assert.Equal((0, 1, 1), (answer.Facets.Stands, answer.Facets.Materials, answer.Facets.Staffed));
    }

    string[] Filtered(StandQuery query) => Titles(hall.Find(query));
}
