using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>How people type what they look for.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("Stadt Lörrach", "Lörrach")]
    [InlineData("Stadt Lörrach", "Loerrach")]
    [InlineData("Stadt Lörrach", "Lorrach")]
    [InlineData("Stadt Lörrach", "LÖRRACH")]
    [InlineData("Stadt Loerrach", "Lörrach")]
    [InlineData("Stadt Lo\u0308rrach", "lörrach")]
    [InlineData("Große Straße", "grosse strasse")]
    public void UmlautsAreFoundHoweverTheyAreWritten(string title, string text)
    {
        using var hall = new Hall(Stand(title), Stand("Unna"));
        Assert.Equal([title], hall.Titles(text));
    }

    [Theory]
    [InlineData("Innenstädte beleben", "Innenstadt")]
    [InlineData("Unsere Innenstadt", "Innenstädte")]
    [InlineData("Innenstädte beleben", "Belebung")]
    [InlineData("Innenstädte beleben", "belebt")]
    [InlineData("Belebung der Mitte", "beleben")]
    [InlineData("Ein Platz wird belebt", "Belebungen")]
    [InlineData("Händlerinnen von Ahlen", "Händler")]
    [InlineData("Händler:innen von Ahlen", "Händler")]
    public void FormsOfAWordFindEachOther(string title, string text)
    {
        using var hall = new Hall(Stand(title), Stand("Unna"));
        Assert.Equal([title], hall.Titles(text));
    }

    [Theory]
    [InlineData("Leerstandsmanagement", "Leerstand")]
    [InlineData("Leerstandsmanagement", "Leerstände")]
    [InlineData("Leerstandsmanagement", "Management")]
    [InlineData("Leerstandsmanagement", "Leerstands-Management")]
    [InlineData("Leerstands-Management", "Leerstandsmanagement")]
    [InlineData("Management von Leerständen", "Leerstandsmanagement")]
    [InlineData("Innenstadtentwicklungskonzept", "Entwicklung")]
    [InlineData("Bauernmarkt", "Märkte")]
    public void CompoundAndItsPartsFindEachOther(string title, string text)
    {
        using var hall = new Hall(Stand(title), Stand("Unna"));
        Assert.Equal([title], hall.Titles(text));
    }

    [Fact]
    public void PartOfAWordThatIsNoPartOfItsMeaningFindsNothing()
    {
        using var hall = new Hall(Stand("Leerstand"), Stand("Sport"));
        Assert.Empty(hall.Titles("Stand"));
        Assert.Empty(hall.Titles("Ort"));
    }

    [Theory]
    [InlineData("Leerstand", "Leersand")] // one missing
    [InlineData("Leerstand", "Lerstand")]
    [InlineData("Leerstand", "Leerstannd")] // one too many
    [InlineData("Leerstand", "Leerstadn")] // two in the wrong order
    [InlineData("Leerstand", "Lehrsand")] // two errors in a long word
    [InlineData("Leerstände", "Leersand")]
    [InlineData("Leerstandsmanagement", "Leersand")]
    [InlineData("Markt", "Makrt")]
    [InlineData("Lörrach", "Lörach")]
    public void TypingErrorsAreForgiven(string title, string text)
    {
        using var hall = new Hall(Stand(title), Stand("Unna"));
        Assert.Equal([title], hall.Titles(text));
    }

    [Theory]
    [InlineData("Markt", "Merkd")] // two errors in a short word
    [InlineData("Rat", "Rad")] // one in a very short one
    [InlineData("Haushalt 2025", "2024")]
    [InlineData("Leerstand", "Lehsand")]
    public void WhatIsTooDifferentIsNotFound(string title, string text)
    {
        using var hall = new Hall(Stand(title));
        Assert.Empty(hall.Titles(text));
    }

    [Fact]
    public void TypingErrorsAreForgivenInThreeWords()
    {
        using var hall = new Hall(Stand("Leerstand Rathaus Verkehr Kaufhaus"));
        Assert.Empty(hall.Find("Leersand Rahaus Vekehr").Unknown);
        Assert.Equal(["Kaufhus"], hall.Find("Leersand Rahaus Vekehr Kaufhus").Unknown);
    }

    [Theory]
    [InlineData("Leerstandsmanagement", "Leerstandsmanagement")]
    [InlineData("Lörrach", "Loerrach")]
    [InlineData("Strasse", "Straße")]
    public void HitIsThereFromTheSecondLetterOnWhileOneTypes(string title, string text)
    {
        using var hall = new Hall(Stand(title), Stand("Unna"));
        for (var typed = 2; typed <= text.Length; typed++) Assert.Equal([title], hall.Titles(text[..typed]));
    }

    [Fact]
    public void EveryWordCounts()
    {
        using var hall = new Hall(Stand("Leerstand in Kiel"), Stand("Leerstand in Ahlen") with { Text = "Läden am Markt" });
        Assert.Equal(["Leerstand in Kiel"], hall.Titles("Leerstand Kiel"));
        Assert.Equal(["Leerstand in Ahlen"], hall.Titles("Markt Leerstand")); // in different fields, in any order
        Assert.True(hall.Find("Leerstand Kiel").HasAllWords);
    }

    [Fact]
    public void WhereNothingHasAllWordsThoseWithMostComeFirstAndTheUnknownOnesAreTold()
    {
        using var hall = new Hall(Stand("Leerstand in Kiel"), Stand("Kiel"));
        var answer = hall.Find("Kiel Leerstand Xylophon");
        Assert.Equal(["Leerstand in Kiel", "Kiel"], Titles(answer));
        Assert.False(answer.HasAllWords);
        Assert.Equal(["Xylophon"], answer.Unknown);
    }

    [Fact]
    public void StopWordsAreNotAskedForAsLongAsThereAreOthers()
    {
        using var hall = new Hall(Stand("Leerstand"), Stand("Wir von Ahlen"));
        Assert.Equal(["Leerstand"], hall.Titles("gegen den Leerstand in der the of"));
        Assert.True(hall.Find("der Leerstand").HasAllWords);
        Assert.Equal(["Wir von Ahlen"], hall.Titles("wir"));
    }

    [Fact]
    public void EnglishTextsAreFoundByEnglishRules()
    {
        using var hall = new Hall(Stand("Shopping") with { Language = "en-GB", Text = "How vacant windows were filled" }, Stand("Unna"));
        Assert.Equal(["Shopping"], hall.Titles("filling"));
        Assert.Equal(["Shopping"], hall.Titles("the shops"));
        Assert.Equal(["Shopping"], hall.Titles("windwos"));
    }

    [Fact]
    public void TextsOfOtherLanguagesAreFoundAsTheyAreWritten()
    {
        using var hall = new Hall(Stand("Львів") with { Language = "uk", Text = "порожні вітрини" });
        Assert.Equal(["Львів"], hall.Titles("ЛЬВІВ"));
        Assert.Equal(["Львів"], hall.Titles("вітр"));
    }

    [Fact]
    public void EachFieldIsSearched()
    {
        using var hall = new Hall(Stand("Ahlen") with
        {
            Line = "Eine Zeile",
            Text = "Ein Absatz",
            Topics = ["Gastronomie"],
            Challenges = ["Durchgangsverkehr"],
            Solutions = [new("Wochenmarkt", ["Parkdruck"])],
            Materials = [Material("Broschüre") with { Line = "Zum Mitnehmen" }],
        });
        foreach (var text in new[] { "Ahlen", "Zeile", "Absatz", "Gastronomie", "Durchgangsverkehr", "Wochenmarkt", "Parkdruck" }) Assert.Equal(["Ahlen"], hall.Titles(text));
        var hit = Assert.Single(hall.Find("Mitnehmen").Hits);
        Assert.Equal(("Ahlen", "Broschüre", "halle", "stand-Ahlen"), (hit.Stand, hit.Material, hit.Room, hit.Place));
    }
}
