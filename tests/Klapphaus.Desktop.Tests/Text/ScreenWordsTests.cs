using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>On the whole screen a line without a slash is a text to others, so no sentence there offers a command without one.</summary>
public sealed class ScreenWordsTests
{
    [Theory]
    [InlineData("de", "„/ja“ nimmt an und geht hin, „/nein“ lehnt ab.", "„ja“ nimmt an und geht hin, „nein“ lehnt ab.")]
    [InlineData("en", "“/yes” accepts and goes there, “/no” declines.", "“yes” accepts and goes there, “no” declines.")]
    public void CommandsAreOfferedAsTheyAreTyped(string language, string onScreen, string inLines) =>
        Assert.Equal((onScreen, inLines), (TextWords.OfScreen(language).Say("text.bellHow"), TextWords.Of(language).Say("text.bellHow")));

    [Fact]
    public void ANameIsNoGap() => Assert.Equal("„/tausche {{slash}}“ nimmt an, „/ablehnen {{slash}}“ lehnt ab.", TextWords.OfScreen("de").Say("text.exchangeHow", ("name", "{{slash}}")));
}
