using Klapphaus.Server.Stands.Search;
using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>What comes first.</summary>
public sealed class RankingTests
{
    static readonly string often = string.Concat(Enumerable.Repeat("Leerstand ", 50));

    [Fact]
    public void NameComesBeforeTopicTopicBeforeLineLineBeforeText()
    {
        using var hall = new Hall(
            Stand("Ahlen") with { Text = often },
            Stand("Bonn") with { Line = "Leerstand" },
            Stand("Celle") with { Topics = ["Leerstand"] },
            Stand("Leerstand in Dorsten"));
        Assert.Equal(["Leerstand in Dorsten", "Celle", "Bonn", "Ahlen"], hall.Titles("Leerstand"));
    }

    [Fact]
    public void LongNameComesBeforeAnyText()
    {
        using var hall = new Hall(
            Stand("Ahlen") with { Text = often },
            Stand("Ein Name mit sehr vielen Worten, unter denen auch Leerstand ist"),
            Stand("Bonn"), Stand("Celle"), Stand("Dorsten"), Stand("Emden"));
        Assert.Equal(["Ein Name mit sehr vielen Worten, unter denen auch Leerstand ist", "Ahlen"], hall.Titles("Leerstand"));
    }

    [Fact]
    public void NameThatManyHaveStillComesBeforeTheOnlyText()
    {
        using var hall = new Hall([Stand("Ahlen") with { Text = often }, .. Enumerable.Range(0, 15).Select(i => Stand($"Leerstand {i}"))]);
        Assert.Equal("Ahlen", hall.Titles("Leerstand")[^1]);
    }

    [Fact]
    public void WordAsItIsTypedComesBeforeItsFormsFormsBeforePartsPartsBeforeBeginnings()
    {
        using var hall = new Hall(Stand("Marktplan"), Stand("Marktx"), Stand("Märkte"), Stand("Markt"));
        Assert.Equal(["Markt", "Märkte", "Marktplan", "Marktx"], hall.Titles("Markt"));
    }

    [Fact]
    public void WhatIsWrittenSoComesBeforeWhatIsWrittenAlmostSo()
    {
        using var hall = new Hall(Stand("Strand"), Stand("Ahlen") with { Text = "Ein Bericht, in dem ganz am Rande ein Stand vorkommt" });
        Assert.Equal(["Ahlen", "Strand"], hall.Titles("Stand"));
    }

    [Fact]
    public void WhoseWordIsFoundOftenEnoughSeesNothingThatIsOnlyAlmostSo()
    {
        using var hall = new Hall(Stand("Strand"), Stand("Stand A"), Stand("Stand B"), Stand("Stand C"));
        Assert.Equal(["Stand A", "Stand B", "Stand C"], hall.Titles("Stand"));
    }

    [Fact]
    public void MoreSimilarWordComesFirst()
    {
        using var hall = new Hall(Stand("Leitstand"), Stand("Leerstand"));
        Assert.Equal(["Leerstand", "Leitstand"], hall.Titles("Leestand"));
    }

    [Fact]
    public void WhereNothingHasBothWordsTheRareOneCountsMore()
    {
        using var hall = new Hall(Stand("Markt Ahlen"), Stand("Markt Bonn"), Stand("Markt Celle"), Stand("Markt Dorsten"), Stand("Orgel Emden"));
        Assert.Equal("Orgel Emden", hall.Titles("Markt Orgel")[0]);
    }

    [Fact]
    public void StandComesBeforeItsMaterialOfTheSameName()
    {
        using var hall = new Hall(Stand("Leerstand") with { Materials = [Material("Leerstand")] });
        Assert.Equal([null, "Leerstand"], hall.Find("Leerstand").Hits.Select(h => h.Material));
    }

    [Fact]
    public void PagesFollowEachOtherWithoutGapOrDouble()
    {
        using var hall = new Hall([.. Enumerable.Range(0, 25).Select(i => Stand($"Markt {i:D2}"))]);
        var pages = Enumerable.Range(0, 4).Select(page => hall.Find(new StandQuery { Text = "Markt", Skip = page * 7, Take = 7 })).ToArray();
        Assert.All(pages, p => Assert.Equal(25, p.Total));
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"Markt {i:D2}"), pages.SelectMany(Titles));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(int.MaxValue, 50)]
    public void NobodyGetsMoreThanAPage(int take, int told)
    {
        using var hall = new Hall([.. Enumerable.Range(0, 60).Select(i => Stand($"Markt {i}"))]);
        Assert.Equal(told, hall.Find(new StandQuery { Take = take, Skip = -5 }).Hits.Count);
    }
}
