using System.Text;
using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

public sealed class WrapTests
{
    [Theory]
    [InlineData("eins zwei drei", 9, "eins zwei", "drei")]
    [InlineData("Straßenbahnhaltestelle", 8, "Straßenb", "ahnhalte", "stelle")]
    [InlineData("ab 你好吗 c", 4, "ab", "你好", "吗 c")]
    [InlineData("", 5, "")]
    public void LinesBreakAtWords(string text, int columns, params string[] lines) => Assert.Equal(lines, new Wrap(columns, Width).Lines(text));

    static int Width(Rune rune) => rune.Value > 0x3000 ? 2 : 1;
}
