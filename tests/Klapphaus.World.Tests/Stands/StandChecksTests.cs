using Klapphaus.World.Files;
using Klapphaus.World.Stands;
using static Klapphaus.World.Tests.Stands.Editing;

namespace Klapphaus.World.Tests.Stands;

/// <summary>What may stand in each field, and what somebody is told of whom something is wrong.</summary>
public class StandChecksTests
{
    static (StandValue? Value, List<StandFault> Faults) Read(StandField field, StandValue? raw)
    {
        List<StandFault> faults = [];
        return (StandChecks.Read(field, raw, faults), faults);
    }

    static StandField FieldOf(StandPart part) => new(part, StandParts.IsList(part) ? "a" : "");

    static StandValue Sound(StandPart part) => part switch
    {
        StandPart.Logo or StandPart.Pictures => new() { Text = "Das Rathaus", File = "f1" },
        StandPart.Videos or StandPart.Materials => Paper("Leitfaden"),
        StandPart.Accent => StandValue.Of("#0a5a86"),
        StandPart.Hours => StandValue.Of("Mo-Fr 09:00-16:00"),
        _ => StandValue.Of("Ein Text"),
    };

    public static TheoryData<StandPart> Parts => [.. StandParts.All];

    [Theory]
    [MemberData(nameof(Parts))]
    public void WhatIsSoundIsTakenAsItIs(StandPart part)
    {
        var (value, faults) = Read(FieldOf(part), Sound(part));
        Assert.Empty(faults);
        Assert.Equal(Sound(part), value);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void ATextHasItsLimitAndOneMoreIsTooLong(StandPart part)
    {
        var longest = StandParts.Longest(part);
        if (part is not (StandPart.Accent or StandPart.Hours))
            Assert.Empty(Read(FieldOf(part), Sound(part) with { Text = new('x', longest) }).Faults);
        var fault = Assert.Single(Read(FieldOf(part), Sound(part) with { Text = new('x', longest + 1) }).Faults);
        Assert.Equal((StandFaultKind.TooLong, FieldOf(part).ToString(), longest, $"{longest + 1}"), (fault.Kind, fault.Field, fault.Limit, fault.Detail));
        Assert.Contains($"{longest}", fault.German);
        Assert.Contains($"{longest + 1}", fault.English);
    }

    [Theory]
    [InlineData(StandPart.Pictures, 24)]
    [InlineData(StandPart.Videos, 10)]
    [InlineData(StandPart.Materials, 100)]
    [InlineData(StandPart.Topics, 20)]
    [InlineData(StandPart.Solutions, 20)]
    public void AListHasItsLimit(StandPart part, int most)
    {
        var stand = new Editing();
        for (var i = 0; i < most; i++)
            Assert.Equal(EditVerdict.Taken, stand.Write("bea", new StandField(part, $"i{i}"), Sound(part) with { Text = $"Nummer {i}" }).Verdict);
        var fault = Assert.Single(stand.Write("bea", new StandField(part, "more"), Sound(part)).Faults);
        Assert.Equal((StandFaultKind.TooMany, most), (fault.Kind, fault.Limit));
        Assert.Equal(EditVerdict.Taken, stand.Write("bea", new StandField(part, "i0"), Sound(part) with { Text = "Geändert" }).Verdict);
        stand.Write("bea", new StandField(part, "i0"), null);
        Assert.Equal(EditVerdict.Taken, stand.Write("bea", new StandField(part, "more"), Sound(part)).Verdict);
    }

    [Theory]
    [InlineData("https://www.altenburg.eu/leerstand?id=1#top", true)]
    [InlineData("  https://altenburg.eu  ", true)]
    [InlineData("https://müllheim.de/", true)]
    [InlineData("http://www.altenburg.eu/", false)]
    [InlineData("HTTPS://altenburg.eu/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//altenburg.eu/", false)]
    [InlineData("/materials/1", false)]
    [InlineData("https://bea:geheim@altenburg.eu/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://alten burg.eu/", false)]
    [InlineData("https://altenburg.eu/\u0001", false)]
    [InlineData("https:///x", false)]
    public void ALinkLeadsToANamedWebsiteByHttpsAlone(string link, bool sound)
    {
        var (_, faults) = Read(Material("a"), new() { Text = "Leitfaden", Language = "de", Link = link });
        if (sound) Assert.Empty(faults);
        else Assert.Equal(StandFaultKind.LinkUnusable, faults[0].Kind);
    }

    [Fact]
    public void ALinkHasItsLimit()
    {
        Assert.NotNull(StandLinks.Read("https://a.de/" + new string('x', StandLinks.Longest - 13)));
        Assert.Null(StandLinks.Read("https://a.de/" + new string('x', StandLinks.Longest - 12)));
        Assert.Null(StandLinks.Read("https://a.de/" + new string('ä', StandLinks.Longest - 13))); // each becomes six characters on the way
    }

    [Fact]
    public void WhatIsShownIsAFileOrALinkAndNotBoth()
    {
        Assert.Equal(StandFaultKind.SourceMissing, Assert.Single(Read(Material("a"), new() { Text = "Leitfaden", Language = "de" }).Faults).Kind);
        Assert.Equal(StandFaultKind.TwoSources, Assert.Single(Read(Material("a"), Paper("Leitfaden") with { Link = "https://altenburg.eu/" }).Faults).Kind);
        var elsewhere = new StandValue { Text = "Das Rathaus", Link = "https://altenburg.eu/a.png" };
        Assert.Equal(StandFaultKind.SourceMissing, Assert.Single(Read(FieldOf(StandPart.Pictures), elsewhere).Faults).Kind);
        Assert.Equal(StandFaultKind.FileUnusable, Assert.Single(Read(Material("a"), Paper("Leitfaden") with { File = "../../etc/passwd" }).Faults).Kind);
    }

    [Fact]
    public void APictureSaysWhatThereIsToSee() =>
        Assert.Equal(StandFaultKind.DescriptionMissing, Assert.Single(Read(FieldOf(StandPart.Pictures), new() { File = "f1" }).Faults).Kind);

    [Fact]
    public void AMaterialSaysItsLanguageAndAVideoMay()
    {
        Assert.Equal(StandFaultKind.LanguageMissing, Assert.Single(Read(Material("a"), Paper("Leitfaden") with { Language = "" }).Faults).Kind);
        Assert.Empty(Read(FieldOf(StandPart.Videos), Paper("Film") with { Language = "" }).Faults);
        Assert.Equal("de-simple", Read(Material("a"), Paper("Leitfaden") with { Language = "DE-Simple" }).Value!.Language);
        var fault = Assert.Single(Read(Material("a"), Paper("Leitfaden") with { Language = "klingonisch" }).Faults);
        Assert.Equal((StandFaultKind.LanguageUnknown, "klingonis"), (fault.Kind, fault.Detail));
    }

    [Fact]
    public void WhatDoesNotBelongToAPartIsNotKept()
    {
        var all = new StandValue { Text = "Altenburg", Language = "de", Link = "https://altenburg.eu/", File = "f1", Place = 7 };
        Assert.Equal(StandValue.Of("Altenburg"), Read(FieldOf(StandPart.Name), all).Value);
    }

    [Fact]
    public void MarkdownIsTextAndStaysAsItWasWritten()
    {
        const string text = "# Leerstand\n\n* eins <b>zwei</b>\n";
        Assert.Equal(text.Trim(), Read(FieldOf(StandPart.Text), StandValue.Of(text.ReplaceLineEndings("\r\n"))).Value!.Text);
    }

    [Fact]
    public void WhatCannotBeSeenIsLeftOut() =>
        Assert.Equal("Stadt Altenburg", Read(FieldOf(StandPart.Name), StandValue.Of("Stadt\n\u202EAltenburg\u0007")).Value!.Text);

    [Fact]
    public void HoursAreReadAsTheHouseReadsThem() =>
        Assert.Equal(StandFaultKind.HoursUnreadable, Assert.Single(Read(FieldOf(StandPart.Hours), StandValue.Of("nachmittags")).Faults).Kind);

    [Fact]
    public void NothingIsNothingButForTheName()
    {
        foreach (var part in StandParts.All.Where(p => p != StandPart.Name))
        {
            var (value, faults) = Read(FieldOf(part), null);
            Assert.Null(value);
            Assert.Empty(faults);
        }
        foreach (var part in new[] { StandPart.Line, StandPart.Text, StandPart.Logo, StandPart.Accent, StandPart.Hours, StandPart.Contact })
            Assert.Null(Read(FieldOf(part), new()).Value);
        Assert.Equal(StandFaultKind.Missing, Assert.Single(Read(FieldOf(StandPart.Name), null).Faults).Kind);
    }

    [Fact]
    public void AChallengeNeedsNoRemark() => Assert.Equal(new StandValue(), Read(FieldOf(StandPart.Challenges), new()).Value);

    [Fact]
    public void EachFaultHasWordsInBothLanguagesThatNameTheField()
    {
        foreach (var kind in Enum.GetValues<StandFaultKind>())
        {
            var fault = StandFault.Of(kind, new StandField(StandPart.Materials, "a"), 100, "x");
            Assert.Contains("Unterlagen", fault.Reason("de-AT"));
            Assert.Contains("Materials", fault.Reason("en"));
            Assert.NotEqual(fault.German, fault.English);
            Assert.DoesNotContain('{', fault.German + fault.English);
            Assert.EndsWith(".", fault.German, StringComparison.Ordinal);
            Assert.EndsWith(".", fault.English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FilesStandWhereTheirKindIsShown()
    {
        var places = Enum.GetValues<StandPart>().ToDictionary(p => p, p => FileKinds.All.Where(k => StandParts.Takes(p, k)).ToArray());
        FileKind[] pictures = [FileKind.Png, FileKind.Jpeg, FileKind.WebP, FileKind.Gif];
        Assert.Equal(pictures, places[StandPart.Logo]);
        Assert.Equal(pictures, places[StandPart.Pictures]);
        Assert.Equal([FileKind.Mp4, FileKind.WebM], places[StandPart.Videos]);
        Assert.Equal(FileKinds.All, places[StandPart.Materials]);
        Assert.All(places.Where(p => p.Key is not (StandPart.Logo or StandPart.Pictures or StandPart.Videos or StandPart.Materials)), p => Assert.Empty(p.Value));
    }

    [Fact]
    public void WhatIsRefusedForAnotherReasonChangesNothing()
    {
        var content = new StandContent();
        var result = content.Refuse(new(StandPart.Logo), StandFaultKind.FileMisplaced);
        Assert.Equal((EditVerdict.Unusable, StandFaultKind.FileMisplaced), (result.Verdict, Assert.Single(result.Faults).Kind));
        Assert.Equal(StandFaultKind.FieldUnknown, Assert.Single(content.Refuse(new((StandPart)99), StandFaultKind.FileMisplaced).Faults).Kind);
        Assert.Equal(0, content.Revision);
    }
}
