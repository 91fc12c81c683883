using System.Xml.Linq;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Tests.Notices;

/// <summary>What others have written must not become part of the platform's own language.</summary>
public sealed class BoardTextTests
{
    const string Hostile = "Eve \"</text><action/> & \\\" do shell script \"x\" $(x) `x` 'x'\n";

    static readonly NoticeFace call = NoticeFace.Of(
        new("bell/s1/1", NoticeKind.Bell, new(Sentence.Rings, Hostile), new(Sentence.AtStand, Hostile)) { Request = 1, Stand = "s1" }, new("de"));

    [Fact]
    public void ACallHasTwoAnswersAndOtherNoticesOne()
    {
        Assert.Equal(("Annehmen", "Jetzt nicht", true), (call.Accept, call.Decline, call.IsCall));
        var message = NoticeFace.Of(new("message/s1/asked", NoticeKind.Message, new(Sentence.NewQuestion), default), new("en"));
        Assert.Equal(("Look", "", ""), (message.Accept, message.Decline, message.Text));
    }

    [Fact]
    public void TextsAreOneLineAndNotTooLong()
    {
        Assert.DoesNotContain('\n', call.Title);
        var face = NoticeFace.Of(new("k", NoticeKind.Announcement, new(Sentence.Plain, "\u202eabc" + new string('x', 500)), new(Sentence.Plain, "a\u2028b")), new("de"));
        Assert.Equal(" abc", face.Title[..4]);
        Assert.Equal(121, face.Title.Length);
        Assert.Equal("a b", face.Text);
    }

    [Fact]
    public void AppleScriptReadsTheTextAsAText()
    {
        Assert.Equal("\"a \\\"b\\\" \\\\ c\"", MacBoard.Quote("a \"b\" \\ c"));
        var script = MacBoard.Alert(call);
        Assert.Equal(1, script.Count(letter => letter == '\n'));
        Assert.Contains("buttons {\"Jetzt nicht\", \"Annehmen\"}", script, StringComparison.Ordinal);
        // with one a script that fails looks like an answer
        Assert.DoesNotContain("cancel button", script, StringComparison.Ordinal);
        // within its quotes every quotation mark has its backslash
        Assert.DoesNotMatch("[^\\\\]\" do shell script", script);
    }

    [Theory]
    [InlineData(0, "button returned:Annehmen, gave up:false", NoticeAct.Accept)]
    [InlineData(0, "button returned:, gave up:true", NoticeAct.Close)]
    [InlineData(0, "button returned:Jetzt nicht, gave up:false", NoticeAct.Decline)]
    [InlineData(1, "", NoticeAct.Close)]
    [InlineData(0, "", NoticeAct.Close)]
    public void AppleScriptSaysWhatWasPressed(int code, string output, object act) => Assert.Equal(act, MacBoard.Read((code, output), call));

    [Fact]
    public void WindowsReadsTheTextAsAText()
    {
        var links = new NoticeLink();
        var toast = XElement.Parse(WindowsToast.Write(call, links));
        Assert.Equal([call.Title, call.Text], toast.Descendants("text").Select(text => text.Value));
        var buttons = toast.Descendants("action").ToList();
        Assert.Equal(["Annehmen", "Jetzt nicht"], buttons.Select(button => (string)button.Attribute("content")!));
        Assert.All(buttons, button => Assert.Equal("protocol", (string)button.Attribute("activationType")!));
        Assert.Equal((NoticeLink.Tag(call.Key), NoticeAct.Accept), links.Read((string)buttons[0].Attribute("arguments")!));
        Assert.Equal((NoticeLink.Tag(call.Key), NoticeAct.Decline), links.Read((string)buttons[1].Attribute("arguments")!));
    }

    [Fact]
    public void ButtonsOfAnotherRunMeanNothing()
    {
        var links = new NoticeLink();
        var link = links.Write("bell/s1/1", NoticeAct.Accept);
        Assert.NotNull(links.Read(link));
        Assert.Null(new NoticeLink().Read(link));
        Assert.Null(links.Read(link[..^1]));
        Assert.Null(links.Read(link + "0"));
        Assert.Null(links.Read(link.Replace("/accept/", "/quit/", StringComparison.Ordinal)));
        Assert.Null(links.Read("klapphaus:notice/accept"));
        Assert.Null(links.Read("klapphaus://haus.example/raum/foyer"));
        Assert.Null(DeepLink.Read(link));
    }
}
