using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>What is read and taken in a panel of 10 columns and 4 rows.</summary>
public sealed class SheetPageTests
{
    static readonly string[] long7 = ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben"];

    readonly SheetPage page = new(_ => 1);

    public SheetPageTests() => page.Fit(10, 4);

    IEnumerable<string> Seen => page.InSight.Select(row => row.Text);

    [Fact]
    public void WhatIsBelowTheEdgeIsShownBeforeItIsTaken()
    {
        page.Show(Sheet(long7, "nein", "ja"));
        Assert.Equal(["eins", "zwei", "drei", "vier"], Seen);
        Assert.Null(page.Take());
        Assert.Equal(["sechs", "sieben", "", "> nein"], Seen);
        Assert.Equal("nein", page.Take()?.Label);
    }

    [Fact]
    public void WhatStandsAboveTheChoicesIsReadRowByRow()
    {
        page.Show(Sheet(long7, "nein", "ja"));
        for (var row = 0; row < 5; row++) page.Down();
        Assert.Equal(["sechs", "sieben", "", "> nein"], Seen);
        page.Down();
        Assert.Equal(["sieben", "", "  nein", "> ja"], Seen);
        Assert.Equal("ja", page.Take()?.Label);
        page.Up();
        page.Up();
        Assert.Equal("sechs", Seen.First());
    }

    [Fact]
    public void ScrollingAwayFromAChoiceDoesNotTakeIt()
    {
        page.Show(Sheet(long7, "nein", "ja"));
        page.ToEnd();
        Assert.Equal("> ja", Seen.Last());
        page.Scroll(-4);
        Assert.Null(page.Take());
        Assert.Equal("ja", page.Take()?.Label);
        page.ToStart();
        Assert.Equal("eins", Seen.First());
        Assert.Equal(0, page.Marked);
    }

    [Fact]
    public void AnotherSheetOfTheSameTitleIsReadFromItsBeginning()
    {
        page.Show(Sheet(long7));
        page.Scroll(3);
        page.Show(Sheet([.. long7.Reverse()], "nein", "ja"));
        Assert.Equal("sieben", Seen.First());
        page.ToEnd();
        page.Show(Sheet([], "stattgeben", "zurückweisen"));
        Assert.Equal(0, page.Marked);
    }

    [Fact]
    public void WhoeverGoesIsNotTakenForTheNext()
    {
        page.Show(Sheet([], "Ada", "Bo", "Cem"));
        page.Down();
        page.Show(Sheet([], "Ada", "Bo", "Bob", "Cem"));
        Assert.Equal("Bo", page.Take()?.Label);
        page.Show(Sheet([], "Ada", "Bob", "Cem"));
        Assert.Null(page.Take());
        Assert.Equal("Bob", page.Take()?.Label);
    }

    [Fact]
    public void TheEndOfATextIsItsLastRow()
    {
        page.Show(Sheet(long7));
        page.ToEnd();
        Assert.Equal(["vier", "fünf", "sechs", "sieben"], Seen);
        page.ToStart();
        Assert.Equal("eins", Seen.First());
        Assert.Null(page.Take());
    }

    [Fact]
    public void ARecordIsReadFromItsEndAndStaysWhereSomebodyReadsBack()
    {
        page.Show(Record(long7));
        Assert.Equal("sieben", Seen.Last());
        page.Show(Record([.. long7, "acht"]));
        Assert.Equal("acht", Seen.Last());
        page.Up();
        page.Show(Record([.. long7, "acht", "neun"]));
        Assert.Equal("sieben", Seen.Last());
        page.ToEnd();
        page.Show(Record([.. long7, "acht", "neun", "zehn"]));
        Assert.Equal("zehn", Seen.Last());
    }

    static Sheet Sheet(string[] text, params string[] choices) =>
        new("Titel", text, [.. choices.Select(choice => new SheetChoice(choice, () => Task.FromResult<SheetStep>(new SheetStep.Back())))]);

    static Sheet Record(string[] text) => new("Titel", text, [], IsRecord: true);
}
