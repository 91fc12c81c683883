using CsCheck;
using Klapphaus.World.Members;

namespace Klapphaus.World.Tests.Members;

public sealed class NamesakesTests
{
    readonly Namesakes names = new();

    [Fact]
    public void WhoComesLaterHasANumber()
    {
        Assert.Equal("Thomas Müller", Comes("tom", "Thomas Müller"));
        Assert.Equal("Thomas Müller (2)", Comes("thea", "Thomas Müller"));
        Assert.Equal("Thomas Müller (3)", Comes("theo", "Thomas Müller"));
        Assert.Equal("Thomas Möller", Comes("tim", "Thomas Möller"));
    }

    [Fact]
    public void NameIsShownAsItsOwnerWritesItHoweverMuchItLooksLikeAnother()
    {
        Assert.Equal("Anna Berg", Comes("anna", "Anna Berg"));
        Assert.Equal("ANNA BERG (2)", Comes("eve", "ANNA BERG"));
        Assert.Equal("Annа Bеrg (3)", Comes("mallory", "Annа Bеrg")); // two Cyrillic letters
    }

    [Fact]
    public void NumberIsNeverOneThatSomebodyGaveThemselves()
    {
        Comes("anna", "Anna");
        Assert.Equal("Anna 2", Comes("eve", "Anna 2"));
        Assert.Equal("Annae", Comes("bo", "Annae")); // a three is an e from afar
        Assert.Equal("Anna (4)", Comes("amy", "Anna"));
        Assert.Equal("Anna (4) (2)", Comes("mallory", "Anna (4)"));
    }

    [Fact]
    public void NumberStaysHoweverOftenOneComesBack()
    {
        Comes("anna", "Anna");
        Comes("amy", "Anna");
        names.Leave("anna");
        Assert.Equal("Anna (2)", Comes("amy", "Anna"));
    }

    [Fact]
    public void NameOfWhoHasLeftIsFreeForWhoComesNext()
    {
        Comes("anna", "Anna");
        Comes("amy", "Anna");
        Comes("ann", "Anna");
        names.Leave("anna");
        names.Leave("amy");
        Assert.Equal("Anna (3)", names.Of("ann").Text);
        Assert.Equal("Anna", Comes("eve", "Anna"));
        Assert.Equal("Anna (2)", Comes("eva", "Anna"));
        Assert.Equal("Anna (4)", Comes("evi", "Anna"));
    }

    [Fact]
    public void NameThatIsVouchedForIsTakenOver()
    {
        Comes("eve", "Ada Lovelace");
        Assert.Equal("eve", names.Enter("ada", "Ada Lovelace", verified: true));
        Assert.Equal(("Ada Lovelace", "Ada Lovelace (2)"), (names.Of("ada").Text, names.Of("eve").Text));
    }

    [Fact]
    public void OfTwoWhoAreVouchedForTheSecondHasTheNumber()
    {
        Assert.Equal("Ada", Comes("ada", "Ada", verified: true));
        Assert.Equal("Ada (2)", Comes("ida", "Ada", verified: true));
        Assert.Equal("Ada", names.Of("ada").Text);
    }

    [Fact]
    public void WhoHasANumberGivesWayToWhoIsVouchedForUnderIt()
    {
        Comes("anna", "Anna");
        Comes("amy", "Anna");
        Assert.Equal("amy", names.Enter("verena", "Anna 2", verified: true));
        Assert.Equal(("Anna 2", "Anna (3)", "Anna"), (names.Of("verena").Text, names.Of("amy").Text, names.Of("anna").Text));
    }

    [Fact]
    public void WhoIsVouchedForWhileInsideTakesTheNameOver()
    {
        Comes("eve", "Ada");
        Comes("ada", "Ada");
        Assert.Equal("eve", names.Enter("ada", "Ada", verified: true));
        Assert.Equal(("Ada", "Ada (2)"), (names.Of("ada").Text, names.Of("eve").Text));
    }

    [Fact]
    public void WhoHasAnotherNameByNowIsShownUnderThat()
    {
        Comes("anna", "Anna");
        Comes("amy", "Anna");
        Assert.Equal("Amy", Comes("amy", "Amy"));
        Assert.Equal("Anna (2)", Comes("ann", "Anna"));
    }

    [Fact]
    public void NumbersAreTheSameWhenARoomLearnsAnewWhoIsInIt()
    {
        Assert.Equal("Anna (3)", ComesBack("ann", "Anna", 3));
        Assert.Equal("Anna", Comes("eve", "Anna")); // in between
        Assert.Equal("Anna (2)", ComesBack("amy", "Anna", 2));
        Assert.Equal("Anna (4)", ComesBack("anna", "Anna", 0));
        Assert.Equal("Anna (5)", ComesBack("eva", "Anna", 2));
    }

    [Fact]
    public void NameIsTakenApartAsItWasPutTogether() => Gen.Select(Gen.String, Gen.Int[0, 5000]).Sample((own, number) =>
        ShownName.Of(new ShownName(own, number).Text, number) == new ShownName(own, number));

    [Fact]
    public void NameWithoutItsNumberIsNobodysButItsOwners() => Assert.Equal(new ShownName("Anna", 0), ShownName.Of("Anna", 2));

    [Fact]
    public void ThousandsOfOneNameAreNumberedThrough()
    {
        const int Many = 5_000;
        for (var i = 1; i <= Many; i++) Assert.Equal(i == 1 ? "Gast" : $"Gast ({i})", Comes($"g{i}", "Gast"));
        for (var i = 1; i <= Many; i += 2) names.Leave($"g{i}");
        for (var i = 1; i <= Many; i += 2) Assert.Equal(i == 1 ? "Gast" : $"Gast ({i})", Comes($"h{i}", "Gast"));
    }

    string Comes(string member, string name, bool verified = false)
    {
        Assert.Null(names.Enter(member, name, verified));
        return names.Of(member).Text;
    }

    string ComesBack(string member, string name, int number)
    {
        Assert.Null(names.Enter(member, name, verified: false, number));
        return names.Of(member).Text;
    }
}
