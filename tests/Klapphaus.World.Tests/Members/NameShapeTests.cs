using CsCheck;
using Klapphaus.World.Members;

namespace Klapphaus.World.Tests.Members;

public sealed class NameShapeTests
{
    [Theory]
    [InlineData("Müller", "Muller")] // for the eye in a hurry, not on the name tag
    [InlineData("Mu\u0308ller", "Müller")] // u with two dots, in one sign and in two
    [InlineData("ANNA BERG", "Anna Berg")]
    [InlineData("Anna-Lena Berg", "Annalena Berg")]
    [InlineData("Anna  Berg.", "Anna Berg")]
    [InlineData("Аnna", "Anna")] // a Cyrillic A
    [InlineData("ΑΝΝΑ", "Anna")] // all of it Greek capitals
    [InlineData("Ａｎｎａ", "Anna")] // full width
    [InlineData("𝐀𝐧𝐧𝐚", "Anna")] // of mathematics
    [InlineData("𝒜𝓃𝓃𝒶", "Anna")]
    [InlineData("Ⓐⓝⓝⓐ", "Anna")]
    [InlineData("🅰🅽🅽🅰", "Anna")]
    [InlineData("ᴀɴɴᴀ", "Anna")] // small capitals
    [InlineData("Ꭺnna", "Anna")] // Cherokee
    [InlineData("llse", "Ilse")] // two small l
    [InlineData("1lse", "Ilse")]
    [InlineData("B0", "Bo")]
    [InlineData("Ba\u0301r\u0323n\u0336er", "Barner")] // marks above, below and through
    [InlineData("Amo", "Arno")] // r and n are an m from afar
    [InlineData("VVerner", "Werner")]
    [InlineData("Strauß", "Strauss")]
    [InlineData("Søren Ægir Łukasz", "Soren Aegir Lukasz")]
    [InlineData("ОЛЬГА", "Ольга")]
    [InlineData("ΕΛΕΝΗ", "Ελένη")]
    [InlineData("Nguyễn Thị Ánh", "Nguyen Thi Anh")]
    public void NamesThatLookAlikeHaveOneSkeleton(string name, string other) => Assert.Equal(NameShape.SkeletonOf(other), NameShape.SkeletonOf(name));

    [Theory]
    [InlineData("Anna Berg", "Anna Burg")]
    [InlineData("Anna", "Annas")]
    [InlineData("Müller", "Mueller")]
    [InlineData("Ольга", "Олена")]
    [InlineData("李小龍", "李小明")]
    [InlineData("محمد", "أحمد")]
    [InlineData("है", "हा")]
    public void NamesThatDifferHaveTwo(string name, string other) => Assert.NotEqual(NameShape.SkeletonOf(other), NameShape.SkeletonOf(name));

    [Theory]
    [InlineData("!?")]
    [InlineData("🙂")]
    [InlineData(" - ")]
    public void NameWithoutLettersHasNone(string name) => Assert.Equal("", NameShape.SkeletonOf(name));

    [Theory]
    [InlineData("Moderation")]
    [InlineData("MODERATORIN")]
    [InlineData("Die Moderation")]
    [InlineData("Moderator Anna")]
    [InlineData("Anna (Moderation)")]
    [InlineData("Anna|Moderator")]
    [InlineData("Anna_Moderator")]
    [InlineData("Moderator:in")]
    [InlineData("Moderator*innen")]
    [InlineData("Moderator2")]
    [InlineData("M0derat0r")]
    [InlineData("Moderat1on")]
    [InlineData("rnoderator")]
    [InlineData("Mo de ra tor")]
    [InlineData("M.o.d.e.r.a.t.o.r")]
    [InlineData("Mоdеrаtоr")] // four Cyrillic letters
    [InlineData("Ｍｏｄｅｒａｔｏｒ")]
    [InlineData("𝓜𝓸𝓭𝓮𝓻𝓪𝓽𝓸𝓻")]
    [InlineData("🅼🅾🅳🅴🆁🅰🆃🅾🆁")]
    [InlineData("Mo\u0308derator")]
    [InlineData("Veranstalter")]
    [InlineData("Veranstalterin Olga")]
    [InlineData("Organiser")]
    [InlineData("The Organizers")]
    [InlineData("admin")]
    [InlineData("ADMlN")] // a small l
    [InlineData("@dmin")]
    [InlineData("Admin 1")]
    [InlineData("Administrator")]
    [InlineData("System")]
    [InlineData("Sy\u00ADstem")]
    [InlineData("Klapphaus")]
    [InlineData("KIapphaus")] // a capital I
    [InlineData("Klapp-Haus")]
    [InlineData("Klapphaus Team")]
    [InlineData("Die Stadtretter")]
    [InlineData("Stadtretter-Support")]
    [InlineData("Support")]
    [InlineData("Hausmeister Krause")]
    [InlineData("Админ")]
    public void NameOfARoleIsForWhoHasIt(string name)
    {
        Assert.True(NameShape.Misleads(name, Role.Visitor));
        Assert.True(NameShape.Misleads(name, Role.Member));
        Assert.True(NameShape.Misleads(name, Role.Host));
    }

    [Theory]
    [InlineData("Moderation")]
    [InlineData("Anna (Moderation)")]
    [InlineData("Klapphaus-Support")]
    public void WhoLooksAfterOthersMayBeCalledSo(string name)
    {
        Assert.False(NameShape.Misleads(name, Role.Moderator));
        Assert.False(NameShape.Misleads(name, Role.Organiser));
    }

    [Theory]
    [InlineData("Аnna")] // Cyrillic
    [InlineData("Annа Berg")]
    [InlineData("Bеrg-Müller")]
    [InlineData("Οlga")] // Greek
    [InlineData("О’Brien")]
    [InlineData("Ꭺnna")] // Cherokee
    [InlineData("ꓮnna")] // Lisu
    [InlineData("Ａnnа")] // full width and Cyrillic
    [InlineData("Ольгa")] // the other way round: the last one is Latin
    public void WordOfTwoAlphabetsIsForNobody(string name)
    {
        Assert.True(NameShape.Misleads(name, Role.Visitor));
        Assert.True(NameShape.Misleads(name, Role.Organiser));
    }

    [Theory]
    [InlineData("Anna Berg")]
    [InlineData("Ольга")]
    [InlineData("Ольга Berg")] // each word in one
    [InlineData("Anna-Ольга")]
    [InlineData("Ελένη Παπαδοπούλου")]
    [InlineData("李小龍")]
    [InlineData("محمد علي")]
    [InlineData("José Ñuñez")]
    [InlineData("Jürgen Größe")]
    [InlineData("Đặng Thị Hồng")]
    [InlineData("O’Brien-Müller (Unna)")]
    [InlineData("Prof. Dr. Ingeborg Systemann")]
    [InlineData("Anna Supporter")]
    [InlineData("Adminton")]
    [InlineData("Modersohn")]
    [InlineData("Bürgermeisterin Kühn")]
    [InlineData("Stadt Unna")]
    [InlineData("Hausmann")]
    [InlineData("Anna 2")]
    [InlineData("Gast 1234")]
    [InlineData("🙂 Ada")]
    [InlineData("A")]
    public void OrdinaryNameIsForEverybody(string name) => Assert.False(NameShape.Misleads(name, Role.Visitor));

    [Fact]
    public void SkeletonOfASkeletonIsItself() => Gen.String.Sample(name =>
    {
        var skeleton = NameShape.SkeletonOf(name);
        return NameShape.SkeletonOf(skeleton) == skeleton;
    });

    [Fact]
    public void CaseNeverMatters() => Gen.String.Sample(name => NameShape.SkeletonOf(name.ToLowerInvariant()) == NameShape.SkeletonOf(name));
}
