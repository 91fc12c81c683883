using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>Whom somebody means who types a part of a name.</summary>
public sealed class NameMatchTests
{
    static readonly string[] names = ["Bärbel Köhler, Stadt Köln", "Barbara Kohl", "Bo Berger", "Bo", "Stand 7, Stadt Weimar", "Stand 17, Straßenbau", "Łukasz Żak", "Jürgen van den Berg"];

    [Theory]
    [InlineData("baerbel", "Bärbel Köhler, Stadt Köln")]
    [InlineData("Bärbel", "Bärbel Köhler, Stadt Köln")]
    [InlineData("barb", "Bärbel Köhler, Stadt Köln", "Barbara Kohl")]
    [InlineData("BARBE", "Bärbel Köhler, Stadt Köln")]
    [InlineData("koeln", "Bärbel Köhler, Stadt Köln")]
    [InlineData("bo", "Bo")]
    [InlineData("bo b", "Bo Berger")]
    [InlineData("berg", "Bo Berger", "Jürgen van den Berg")]
    [InlineData("7", "Stand 7, Stadt Weimar")]
    [InlineData("stand 7", "Stand 7, Stadt Weimar")]
    [InlineData("strassenbau", "Stand 17, Straßenbau")]
    [InlineData("lukasz zak", "Łukasz Żak")]
    [InlineData("juergen berg", "Jürgen van den Berg")]
    [InlineData("ohl", "Bärbel Köhler, Stadt Köln", "Barbara Kohl")]
    [InlineData("arbara", "Barbara Kohl")]
    [InlineData("ba\u0308rbel", "Bärbel Köhler, Stadt Köln")]
    [InlineData("Cem")]
    [InlineData("  ")]
    public void TheNearestNamesAreMeant(string typed, params string[] meant) => Assert.Equal(meant, NameMatch.Find(names, name => name, typed));

    /// <summary>What is of consequence for somebody befalls nobody because some letters are in their name.</summary>
    [Theory]
    [InlineData("bo", "Bo")]
    [InlineData("Bo", "Bo")]
    [InlineData("berger", "Bo Berger")]
    [InlineData("berger bo", "Bo Berger")]
    [InlineData("bo berger", "Bo Berger")]
    [InlineData("koehler", "Bärbel Köhler, Stadt Köln")]
    [InlineData("stadt", "Bärbel Köhler, Stadt Köln", "Stand 7, Stadt Weimar")]
    [InlineData("ob")]
    [InlineData("berge")]
    [InlineData("bo ulm")]
    [InlineData(",")]
    [InlineData("")]
    public void OfConsequenceAreWholeWordsAlone(string typed, params string[] meant) => Assert.Equal(meant, NameMatch.FindWhole(names, name => name, typed));

    [Fact]
    public void WhoHasGoneIsNotMistakenForAnother()
    {
        string[] here = ["Jakobs", "Robert"];
        Assert.Empty(NameMatch.FindWhole(here, name => name, "bo"));
        Assert.Equal(["Jakobs"], NameMatch.Find(here, name => name, "kob"));
    }

    [Theory]
    [InlineData("Köln", "koln", "koeln")]
    [InlineData("KÖLN", "koln", "koeln")]
    [InlineData("Ko\u0308ln", "koln", "koeln")]
    [InlineData("Größe ÇĞŞ Éé Œuvre", "grosse cgs ee oeuvre", "groesse cgs ee oeuvre")]
    public void UmlautsAreSpeltInTwoWays(string words, string plain, string german) => Assert.Equal((plain, german), (Fold.Plain(words), Fold.German(words)));
}
