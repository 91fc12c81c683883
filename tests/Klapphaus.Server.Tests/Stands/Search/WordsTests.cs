using Klapphaus.Server.Stands.Search.Words;

namespace Klapphaus.Server.Tests.Stands.Search;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Lörrach", "Loerrach")]
    [InlineData("Lörrach", "Lorrach")]
    [InlineData("LÖRRACH", "lörrach")]
    [InlineData("Lo\u0308rrach", "Lörrach")] // as a Mac names files
    [InlineData("Übergang", "Uebergang")]
    [InlineData("Straße", "Strasse")]
    [InlineData("STRASSE", "Straße")]
    [InlineData("Leer\u00ADstand", "Leerstand")] // with a soft hyphen
    [InlineData("Café", "Cafe")]
    [InlineData("Ｍarkt", "Markt")]
    public void SpellingsOfOneWordHaveOnePlainForm(string one, string other) => Assert.Equal(WordReader.PlainOf(other), WordReader.PlainOf(one));

    [Theory]
    [InlineData("neue", "neu")]
    [InlineData("Bauer", "Baur")]
    [InlineData("Quelle", "Qulle")]
    [InlineData("Stand", "Stadt")]
    [InlineData("Ольга", "Олена")]
    public void WordsThatDifferHaveTwo(string one, string other) => Assert.NotEqual(WordReader.PlainOf(other), WordReader.PlainOf(one));

    [Theory]
    [InlineData("Händler:innen, C&A – 24/7!", "Händler|innen|C|A|24|7")]
    [InlineData("Leerstands-Management (neu)", "Leerstands|Management|neu")]
    [InlineData("  ", "")]
    [InlineData("?! 🙂", "")]
    [InlineData("Lo\u0308rrach, Leer\u00ADstand", "Lo\u0308rrach|Leer\u00ADstand")]
    public void TextIsTakenApartAtWhatIsNoLetter(string text, string words) =>
        Assert.Equal(words, string.Join('|', WordReader.Read(text).Select(w => text.Substring(w.Start, w.Length))));

    [Fact]
    public void HalfOfASignIsNoLetter() => Assert.Equal(["a", "b", "c"], WordReader.Read("a\ud83d b\udc00c").Select(w => w.Plain));

    [Fact]
    public void OfAnEndlessWordTheBeginningCounts()
    {
        var word = Assert.Single(WordReader.Read(new string('ä', 100_000)));
        Assert.Equal((100_000, new string('a', WordReader.LongestWord)), (word.Length, word.Plain));
    }

    [Theory]
    [InlineData("Innenstadt Innenstädte Innenstädten")]
    [InlineData("beleben belebt belebte belebtes Belebung Belebungen")]
    [InlineData("Händler Händlern Händlers Händlerin Händlerinnen")]
    [InlineData("Leerstand Leerstände Leerständen Leerstandes Leerstands")]
    [InlineData("Förderung Förderungen fördern fördert")]
    [InlineData("Sanierung sanieren saniert sanierte")]
    [InlineData("Vermietung vermieten vermietet Vermieter")]
    [InlineData("Handel Handels handeln handelt handelte")]
    [InlineData("Unternehmen Unternehmens Unternehmer")]
    [InlineData("Zentrum Zentren Zentrums")]
    [InlineData("Museum Museen Museums")]
    [InlineData("Freiraum Freiräume Freiräumen")]
    [InlineData("Markt Märkte Märkten Marktes")]
    [InlineData("Haus Häuser Häusern Hauses")]
    [InlineData("Idee Ideen")]
    public void FormsOfAGermanWordHaveOneStem(string forms) => Assert.Single(forms.Split(' ').Select(f => GermanStem.Of(WordReader.PlainOf(f))).Distinct());

    [Theory]
    [InlineData("Markt", "Marke")]
    [InlineData("Stand", "Stadt")]
    [InlineData("Gewerbe", "Werbung")]
    [InlineData("Wirtschaft", "Wirt")]
    [InlineData("Kommune", "Kommunikation")]
    public void GermanWordsThatDifferHaveTwoStems(string one, string other) =>
        Assert.NotEqual(GermanStem.Of(WordReader.PlainOf(other)), GermanStem.Of(WordReader.PlainOf(one)));

    [Theory]
    [InlineData("shop shops shopping shopped")]
    [InlineData("fill fills filled filling")]
    public void FormsOfAnEnglishWordHaveOneStem(string forms) => Assert.Single(forms.Split(' ').Select(EnglishStem.Of).Distinct());

    [Theory]
    [InlineData("Leerstandsmanagement", "Leerstand Management")]
    [InlineData("Leerstandsmanagements", "Leerstand Management")]
    [InlineData("Leerstandslotse", "Leerstand Lotse")]
    [InlineData("Innenstadtentwicklungskonzept", "Innenstadt Entwicklung Konzept")]
    [InlineData("Citymanagerin", "City Managerin")]
    [InlineData("Fußgängerzone", "Fußgänger Zone")]
    [InlineData("Bauernmarkt", "Bauern Markt")]
    [InlineData("Weinhandel", "Wein Handel")]
    [InlineData("Straßenfest", "Straße Fest")]
    [InlineData("Kreislaufwirtschaft", "Kreis Lauf Wirtschaft")]
    public void CompoundHasTheStemsOfItsParts(string compound, string parts) =>
        Assert.Equal(parts.Split(' ').Select(p => GermanStem.Of(WordReader.PlainOf(p))), Compounds.PartsOf(WordReader.PlainOf(compound)));

    [Theory]
    [InlineData("Sport")]
    [InlineData("Transport")]
    [InlineData("Standort")]
    [InlineData("Standards")]
    [InlineData("Leerstände")]
    [InlineData("Innenstadt")]
    [InlineData("Beratung")]
    [InlineData("Gestaltungen")]
    [InlineData("Verwaltung")]
    [InlineData("Mitarbeiter")]
    [InlineData("Kommunikation")]
    public void WordOfItsOwnHasNoParts(string word) => Assert.Empty(Compounds.PartsOf(WordReader.PlainOf(word)));
}
