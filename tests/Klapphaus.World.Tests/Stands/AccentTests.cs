using CsCheck;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>Text on a stand's colour can be read.</summary>
public class AccentTests
{
    static readonly Gen<Colour> colours = Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Select((red, green, blue) => new Colour(red, green, blue));

    /// <summary>Pairs whose contrast is commonly known.</summary>
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#ffffff", "#ffffff", 1.0)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void ContrastIsWhatWcagSays(string one, string two, double expected)
    {
        Assert.Equal(expected, Read(one).ContrastTo(Read(two)), 0.005);
        Assert.Equal(expected, Read(two).ContrastTo(Read(one)), 0.005);
    }

    [Theory]
    [InlineData("#0a5a86", true)]
    [InlineData("#ffdd00", true)]
    [InlineData("#ff0000", false)]
    [InlineData("#777777", false)]
    [InlineData("#767676", true)]
    public void AColourHoldsWhenWhiteOrInkCanBeReadOnIt(string colour, bool holds) => Assert.Equal(holds, Accents.Holds(Read(colour)));

    [Fact]
    public void OnALightColourTextIsInkAndOnADarkOneWhite()
    {
        Assert.Equal(Accents.Ink, Accents.TextOn(Read("#ffdd00")));
        Assert.Equal(Colour.White, Accents.TextOn(Read("#0a5a86")));
    }

    [Fact]
    public void WhatIsOfferedHoldsAndNothingNearerOnTheWayDoes() => colours.Sample(colour =>
    {
        var nearest = Accents.Nearest(colour);
        Assert.True(Accents.Holds(nearest));
        if (Accents.Holds(colour)) Assert.Equal(colour, nearest);
        foreach (var end in new[] { Colour.Black, Colour.White })
        {
            for (var part = 0; part <= 255; part++)
            {
                var other = colour.Towards(end, part);
                if (colour.DistanceTo(other) < colour.DistanceTo(nearest)) Assert.False(Accents.Holds(other), $"{other} is nearer to {colour} than {nearest}");
            }
        }
    }, iter: 500);

    [Fact]
    public void SomeColoursDoNotHold() =>
        Assert.Contains(Enumerable.Range(0, 256).Select(grey => new Colour((byte)grey, (byte)grey, (byte)grey)), colour => !Accents.Holds(colour));

    [Fact]
    public void TheFaultOffersTheColourThatWouldDo()
    {
        List<StandFault> faults = [];
        StandChecks.Read(new(StandPart.Accent), StandValue.Of("#FF0000"), faults);
        var fault = Assert.Single(faults);
        Assert.Equal(StandFaultKind.ContrastTooLow, fault.Kind);
        Assert.Contains(fault.Detail, fault.German);
        Assert.True(Accents.Holds(Read(fault.Detail)));
        faults.Clear();
        Assert.Equal(fault.Detail, StandChecks.Read(new(StandPart.Accent), StandValue.Of(fault.Detail.ToUpperInvariant()), faults)!.Text);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#gggggg")]
    [InlineData("#-1-1-1")]
    [InlineData("0a5a86")]
    [InlineData("#0a5a86ff")]
    public void WhatIsNoColourIsNotRead(string text)
    {
        Assert.False(Colour.TryRead(text, out _));
        List<StandFault> faults = [];
        StandChecks.Read(new(StandPart.Accent), StandValue.Of(text), faults);
        Assert.Equal(StandFaultKind.ColourUnusable, Assert.Single(faults).Kind);
    }

    [Fact]
    public void AColourIsReadAsItIsWritten() => colours.Sample(colour => Assert.Equal(colour, Read(colour.ToString())));

    static Colour Read(string text)
    {
        Assert.True(Colour.TryRead(text, out var colour), text);
        return colour;
    }
}
