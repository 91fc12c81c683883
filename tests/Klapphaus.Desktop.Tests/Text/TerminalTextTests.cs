using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>What others have written is shown in a terminal, and never obeyed by it.</summary>
public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("Guten Tag, Köln – schön! 😀", "Guten Tag, Köln – schön! 😀")]
    [InlineData("\e[31mrot\e[0m", "rot")]
    [InlineData("\e[2J\e[1;1Hleer", "leer")]
    [InlineData("a\e[?1049hb", "ab")]
    [InlineData("\e]0;neuer Titel\aText", "Text")]
    [InlineData("\e]8;;https://boese.example\e\\Klick\e]8;;\e\\", "Klick")]
    [InlineData("\e]52;c;Y3VybA==\aPlatz", "Platz")]
    [InlineData("\eP1;2|xyz\e\\Rest", "Rest")]
    [InlineData("\ecZurück", "Zurück")]
    [InlineData("\e(0Linie", "Linie")]
    [InlineData("\u009b31mrot", "rot")]
    [InlineData("\u009d0;Titel\u009cText", "Text")]
    [InlineData("Ende\e", "Ende")]
    [InlineData("Ende\e[", "Ende")]
    [InlineData("Ende\e[1;2", "Ende")]
    [InlineData("\e]0;ohne Ende bleibt zu lesen", "0;ohne Ende bleibt zu lesen")]
    [InlineData("Glocke\a, Rück\bschritt, \u007fLöschen\0", "Glocke, Rückschritt, Löschen")]
    [InlineData("Bo\rAnsage: Alle hinaus!", "Bo / Ansage: Alle hinaus!")]
    [InlineData("eins\r\nzwei\nvier\u2028fünf", "eins / zwei / vier / fünf")]
    [InlineData("Spalte\tzwei\u00a0drei", "Spalte zwei drei")]
    [InlineData("Ad\u202ea\u202c Lov\u2066e\u2069lace\u200f", "Ada Lovelace")]
    [InlineData("Bo\u00ad\ufeff\u200bBo", "BoBo")]
    [InlineData("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307turm", "a\u0301\u0302\u0303\u0304turm")]
    [InlineData("👩\u200d💻", "👩\u200d💻")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void NothingButTextIsLeft(string? written, string shown) => Assert.Equal(shown, TerminalText.Line(written));

    /// <summary>No attribute can carry it: it is no text.</summary>
    [Fact]
    public void HalfAPairIsNoCharacter() => Assert.Equal("halbes \ufffd Paar \ufffd", TerminalText.Line("halbes \ud83d Paar \ude00"));

    [Fact]
    public void WhatIsStrippedLeavesNothingThatIsASequenceAgain() => Assert.DoesNotContain('\e', TerminalText.Line("\e\e[[31m\e]\e]0;x\a\e\e\\"));

    /// <summary>Whatever comes, in whatever order: no control character is left, no line is added, and nothing is thrown.</summary>
    [Fact]
    public void NoMixtureGetsThrough()
    {
        const string parts = "\e[]()P\\_^X;?0123456789ABHJKmhl\a\b\r\n\t\0\u009b\u009c\u009d\u0090\u202e\u2028äß€\ud83d\ude00 ";
        var random = new Random(20261127);
        for (var round = 0; round < 20_000; round++)
        {
            var written = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => parts[random.Next(parts.Length)]));
            var shown = TerminalText.Line(written);
            Assert.False(shown.Any(char.IsControl) || shown.Contains('\u202e') || shown.Contains('\u2028'), $"Round {round}: {Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes(written))}");
        }
    }
}
