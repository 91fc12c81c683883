using Klapphaus.Server.Members;

namespace Klapphaus.Server.Tests.Members;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("  Ada \t von  Söll ", "Ada von Söll")]
    [InlineData("Jürgen", "Jürgen")] // u and two dots become one letter
    [InlineData("Олена", "Олена")]
    [InlineData("محمد", "محمد")]
    [InlineData("O’Brien-Müller (Unna)", "O’Brien-Müller (Unna)")]
    [InlineData("李小龍", "李小龍")]
    public void NameOfAnyScriptIsTakenInOneForm(string raw, string expected) => Assert.Equal(expected, PersonName.Clean(raw));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData("A\0da")]
    [InlineData("A\u001bda")]
    [InlineData("A\u200bda")] // of no width
    [InlineData("A\u202eda")] // turns what follows round
    [InlineData("A\u2066da")]
    [InlineData("A\ue000da")] // private use
    [InlineData("\ufeffAda")]
    [InlineData("\u3164")] // a letter without ink
    [InlineData("\u2800\u2800")]
    public void NameThatHidesSomethingOrIsNoneIsRefused(string? raw) => Assert.Null(PersonName.Clean(raw));

    [Fact]
    public void HalfALetterIsRefused() => Assert.Null(PersonName.Clean(new string(['A', (char)0xD800, 'a'])));

    [Fact]
    public void LengthIsCountedInLettersAsTheyAreSeen()
    {
        Assert.NotNull(PersonName.Clean(new string('ä', 40)));
        Assert.Null(PersonName.Clean(new string('ä', 41)));
        Assert.NotNull(PersonName.Clean(string.Concat(Enumerable.Repeat("a\u0308\u0323", 40)))); // two marks on each
        Assert.Null(PersonName.Clean(new string('a', 100_000)));
        Assert.Null(PersonName.Clean("a" + new string('\u0308', 1000))); // one letter, a thousand marks
    }

    [Fact]
    public void AffiliationMayBeEmptyAndLonger()
    {
        Assert.Equal("", PersonName.CleanAffiliation(null));
        Assert.Equal("", PersonName.CleanAffiliation("  "));
        Assert.Equal(60, PersonName.CleanAffiliation(new string('x', 60))!.Length);
        Assert.Null(PersonName.CleanAffiliation(new string('x', 61)));
        Assert.Null(PersonName.CleanAffiliation("Stadt\u0007"));
    }

    [Theory]
    [InlineData(" Anna  Berg ", "visitor", "Anna Berg", ErrorCode.None)]
    [InlineData("Moderation", "visitor", null, ErrorCode.NameTaken)]
    [InlineData("Moderation", "host", null, ErrorCode.NameTaken)]
    [InlineData("Moderation", "moderator", "Moderation", ErrorCode.None)]
    [InlineData("Аnna", "organiser", null, ErrorCode.NameTaken)] // a Cyrillic A among Latin letters
    [InlineData("", "organiser", null, ErrorCode.NameUnusable)]
    public void NameThatWouldMisleadIsForNobodyOrForWhoHasTheRole(string raw, string role, string? name, ErrorCode error) => Assert.Equal((name, error), PersonName.Choose(raw, role));
}
