using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>A stand's text, line by line.</summary>
public sealed class StandTextTests
{
    [Fact]
    public void HeadingsEntriesQuotationsAndLinksAreToldApart() => Assert.Equal(
        ["# Läden auf Zeit", "Wir haben Plätze & mehr.", "- Markt", "- Halle", "1. Anrufen", "2. Kommen", "> Es geht.", "Mehr (https://koeln.example/?a=1&b=2)."],
        StandText.Of(
            """
            <h3>Läden auf  Zeit</h3><p>Wir haben
            Plätze &amp; <strong>mehr</strong>.</p><ul><li>Markt</li><li><p>Halle</p></li></ul><ol><li>Anrufen</li><li>Kommen</li></ol>
            <blockquote><p>Es geht.</p></blockquote><p><a href="https://koeln.example/?a=1&amp;b=2" rel="noopener">Mehr</a>.</p>
            """));

    [Theory]
    [InlineData("a<br>b", "a", "b")]
    [InlineData("x &#27;[31mrot&#27;[0m", "x rot")]
    [InlineData("<p title=\"\e[2J\">\e[2Jklar</p>", "klar")]
    [InlineData("offen <b", "offen")]
    [InlineData("1 &lt; 2 &#x1b;", "1 < 2")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("<a href=\"https://x.example/&#27;]0;t&#7;\">hier</a>", "hier (https://x.example/)")]
    [InlineData("")]
    [InlineData("<p> </p>")]
    public void NothingOfItIsBelieved(string html, params string[] lines) => Assert.Equal(lines, StandText.Of(html));
}
