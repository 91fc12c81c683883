using System.Text.RegularExpressions;
using CsCheck;
using Klapphaus.Server.Stands;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What exhibitors write does nothing in anybody's browser but be read.</summary>
public sealed class SafeTextTests
{
    const string Out = "rel=\"noopener nofollow\" target=\"_blank\"";

    [Fact]
    public void ItsWordsAloneAreWithoutMarks() =>
        Assert.Equal("Unser Weg\nWir <b>pflanzen</b> Bäume.", SafeText.Plain("# Unser *Weg*\n\nWir <b>pflanzen</b> [Bäume](https://example.org).").Trim());

    [Theory]
    [InlineData("Wir **füllen** Läden.", "<p>Wir <strong>füllen</strong> Läden.</p>")]
    [InlineData("# Eins\n\n## Zwei\n\n##### Fünf", "<h3>Eins</h3>\n<h4>Zwei</h4>\n<h6>Fünf</h6>")]
    [InlineData("- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>")]
    [InlineData("[Soest](https://soest.example/a?b=1&c=2)", "<p><a href=\"https://soest.example/a?b=1&amp;c=2\" " + Out + ">Soest</a></p>")]
    [InlineData("[Post](mailto:bea@soest.example)", "<p><a href=\"mailto:bea@soest.example\" " + Out + ">Post</a></p>")]
    [InlineData("<https://soest.example/>", "<p><a href=\"https://soest.example/\" " + Out + ">https://soest.example/</a></p>")]
    [InlineData("<bea@soest.example>", "<p><a href=\"mailto:bea@soest.example\" " + Out + ">bea@soest.example</a></p>")]
    [InlineData("[Soest][s]\n\n[s]: https://soest.example/", "<p><a href=\"https://soest.example/\" " + Out + ">Soest</a></p>")]
    public void MarkdownIsShownAsItIsMeant(string written, string shown) => Assert.Equal(shown, SafeText.Html(written).TrimEnd());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Text <img src=x onerror=alert(1)> Text")]
    [InlineData("<iframe src=\"https://böse.example\"></iframe>")]
    [InlineData("<a href=\"https://böse.example\" onclick=\"x()\">hier</a>")]
    [InlineData("[hier](javascript:alert(1))")]
    [InlineData("[hier](JaVaScRiPt&colon;alert(1))")]
    [InlineData("[hier](java\nscript:alert(1))")]
    [InlineData("[hier](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[hier](vbscript:x)")]
    [InlineData("[hier](file:///etc/passwd)")]
    [InlineData("[hier](//böse.example)")]
    [InlineData("[hier](/api/me)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![Bild](https://böse.example/zaehler.gif)")]
    [InlineData("[![Bild](https://böse.example/zaehler.gif)](javascript:x)")]
    [InlineData("[s]\n\n[s]: javascript:alert(1)")]
    public void WhatCouldDoSomethingIsOnlyText(string written)
    {
        var shown = SafeText.Html(written);
        foreach (var tag in new[] { "<script", "<img", "<iframe", "<a " }) Assert.DoesNotContain(tag, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TheWordsOfAPictureStay() => Assert.Equal("<p>Der Marktplatz</p>", SafeText.Html("![Der Marktplatz](https://soest.example/markt.jpg)").TrimEnd());

    [Fact]
    public void NobodyBreaksOutOfAnAddress() =>
        Assert.DoesNotContain("onmouseover=\"", SafeText.Html("[hier](<https://soest.example/\" onmouseover=\"alert(1)>)"), StringComparison.Ordinal);

    [Fact]
    public void WhatIsNestedBeyondReasonIsShownAsItWasWritten()
    {
        var shown = SafeText.Html(new string('>', 2_000) + " <b>tief</b>");
        Assert.StartsWith("<p>&gt;", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", shown, StringComparison.Ordinal);
    }

    /// <summary>Pieces that mean something in Markdown or in HTML, in any order: no tag comes of it that is not on the list, and no attribute.</summary>
    [Fact]
    public void NoTagComesOutThatIsNotOnTheList()
    {
        string[] pieces =
        [
            "<", ">", "\"", "'", "&", "&lt;", "&#60;", "[", "]", "(", ")", "!", "`", "```", "*", "_", "#", "\n", "\n\n", " ", "    ", "- ", "1. ", "javascript:", "https://a.example", "mailto:a@b.example",
            "script", "img src=x", " onclick=", "a href=", "x", ":", "/", "\\", "|", "~", "{.k onclick=x}", "<!--", "-->", "<?", "<![CDATA[", "[x]: ", "==", "---",
        ];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[1, 40].Sample(parts =>
        {
            var shown = SafeText.Html(string.Concat(parts));
            foreach (Match tag in Regex.Matches(shown, "<[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)))
                Assert.Matches("^<(/?(p|h[3-6]|ul|ol|li|em|strong|code|pre|blockquote|a)|br /|hr /|ol start=\"[0-9]+\"|code class=\"language-[^\"<]*\"|a href=\"(https?:|mailto:)[^\"<]*\" rel=\"noopener nofollow\" target=\"_blank\")>$", tag.Value);
        });
    }
}
