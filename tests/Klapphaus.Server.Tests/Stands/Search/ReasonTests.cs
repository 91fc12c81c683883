using Klapphaus.Server.Stands.Search;
using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>Why something was found.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void NameIsShownWithTheWordsMarked()
    {
        using var hall = new Hall(Stand("Gegen den Leerstand in Ahlen"));
        var reason = Assert.Single(Reasons(hall, "ahlen leerstände"));
        Assert.Equal((SearchField.Title, "Gegen den Leerstand in Ahlen"), (reason.Field, reason.Text));
        Assert.Equal(["Leerstand", "Ahlen"], Marked(reason));
        Assert.Equal((false, false), (reason.CutBefore, reason.CutAfter));
    }

    [Fact]
    public void EachWordIsShownOnceWhereItSaysMost()
    {
        using var hall = new Hall(Stand("Ahlen") with { Line = "Wir füllen Leerstand", Topics = ["Gastronomie", "Leerstand"], Text = "Ahlen hat Leerstand und einen Markt" });
        var reasons = Reasons(hall, "Markt Ahlen Leerstand");
        Assert.Equal(
            [(SearchField.Title, "Ahlen"), (SearchField.Topics, "Leerstand"), (SearchField.Text, "Ahlen hat Leerstand und einen Markt")],
            reasons.Select(r => (r.Field, r.Text)));
        Assert.Equal(["Ahlen", "Leerstand", "Markt"], Marked(reasons[2]));
    }

    [Fact]
    public void ATextIsShownOnceForAllWordsThatItHasOrNearlyHas()
    {
        using var hall = new Hall(Stand("Ahlen") with { Text = "Belebung der Mitte durch Leerstandsmanagement" });
        var reason = Assert.Single(Reasons(hall, "Belebung Management"));
        Assert.Equal(["Belebung", "Leerstandsmanagement"], Marked(reason));
    }

    [Theory]
    [InlineData("Innenstädte", "Innenstadt", "Innenstädte")]
    [InlineData("Leerstandsmanagement in Ahlen", "Management", "Leerstandsmanagement")]
    [InlineData("Management von Leerständen", "Leerstandsmanagement", "Management|Leerständen")]
    [InlineData("Der Leerstand", "Leersand", "Leerstand")]
    [InlineData("Der Leerstand", "Leer", "Leerstand")]
    [InlineData("Stadt Lo\u0308rrach", "Loerrach", "Lo\u0308rrach")]
    [InlineData("<b>Leerstand</b> & \"Markt\"", "markt leerstand", "Leerstand|Markt")]
    public void WordIsMarkedAsItStandsThere(string title, string text, string marked)
    {
        using var hall = new Hall(Stand(title));
        Assert.Equal(marked.Split('|'), Marked(Assert.Single(Reasons(hall, text))));
    }

    [Fact]
    public void PieceOfALongTextIsCutAtWordsAndHasTheWordsInIt()
    {
        var filling = string.Concat(Enumerable.Repeat("Vieles andere steht auch noch da. ", 40));
        using var hall = new Hall(Stand("Ahlen") with { Text = $"{filling}Erst der Leerstand, dann der Wochenmarkt, nun die Freude. {filling}" });
        var reason = Assert.Single(Reasons(hall, "Wochenmarkt Leerstand"));
        Assert.Equal(["Leerstand", "Wochenmarkt"], Marked(reason));
        Assert.InRange(reason.Text.Length, 80, 160);
        Assert.Equal((true, true), (reason.CutBefore, reason.CutAfter));
        Assert.Contains($" {reason.Text}", $" {filling}Erst der Leerstand, dann der Wochenmarkt, nun die Freude. {filling}", StringComparison.Ordinal);
        Assert.Contains(reason.Text.Split(' ')[0], (string[])["Vieles", "andere", "steht", "auch", "noch", "da."]);
    }

    [Fact]
    public void PieceWithMoreOfTheWordsIsShown()
    {
        var gap = new string('.', 500);
        using var hall = new Hall(Stand("Ahlen") with { Text = $"Ein Markt. {gap} Am Markt der Leerstand. {gap} Noch ein Leerstand." });
        Assert.Equal(["Markt", "Leerstand"], Marked(Assert.Single(Reasons(hall, "Leerstand Markt"))));
    }

    [Fact]
    public void EndlessWordIsCut()
    {
        using var hall = new Hall(Stand("Ahlen") with { Text = $"Anfang {string.Concat(Enumerable.Repeat("𝓜", 400))} Ende" });
        var reason = Assert.Single(Reasons(hall, "𝓜𝓜𝓜"));
        var range = Assert.Single(reason.Ranges);
        Assert.InRange(reason.Text.Length, 100, 160);
        Assert.Equal(reason.Text.Length, range.Start + range.Length);
        Assert.False(char.IsHighSurrogate(reason.Text[^1]));
    }

    [Fact]
    public void WithoutWordsThereIsNoReasonToTell()
    {
        using var hall = new Hall(Stand("Ahlen"));
        Assert.Empty(Assert.Single(hall.Find("").Hits).Reasons);
    }

    static IReadOnlyList<MatchReason> Reasons(Hall hall, string text) => Assert.Single(hall.Find(text).Hits).Reasons;

    static string[] Marked(MatchReason reason) => [.. reason.Ranges.Select(r => reason.Text.Substring(r.Start, r.Length))];
}
