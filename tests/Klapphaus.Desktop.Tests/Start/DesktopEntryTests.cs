using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Tests.Start;

public sealed class DesktopEntryTests
{
    [Fact]
    public void MenusAndLinksFindTheProgram()
    {
        var lines = DesktopEntry.Write(["/opt/Klapp haus/klapphaus", "%u"], isLogin: false).Split('\n');
        Assert.Equal("[Desktop Entry]", lines[0]);
        Assert.Contains("Exec=\"/opt/Klapp haus/klapphaus\" %u", lines);
        Assert.Contains("MimeType=x-scheme-handler/klapphaus;", lines);
        Assert.Contains("StartupWMClass=klapphaus", lines);
    }

    [Fact]
    public void AStartAtLoginHasNoWindow() =>
        Assert.Contains("Exec=/usr/bin/klapphaus --background", DesktopEntry.Write(["/usr/bin/klapphaus", "--background"], isLogin: true).Split('\n'));

    [Theory]
    [InlineData("/usr/bin/klapphaus", "/usr/bin/klapphaus")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("100%", "\"100%%\"")]
    [InlineData("$HOME", "\"\\\\$HOME\"")]
    [InlineData("a\\b", "\"a\\\\\\\\b\"")]
    [InlineData("a\"b", "\"a\\\\\"b\"")]
    public void WordsAreQuotedAsDesktopsReadThem(string word, string quoted) => Assert.Equal(quoted, DesktopEntry.Quote(word));

    [Fact]
    public void MacStartsItAtLoginByAList()
    {
        var agent = LoginStart.MacAgent(new("/Applications/A & B.app/Contents/MacOS/klapphaus", []));
        Assert.Contains("<string>/Applications/A &amp; B.app/Contents/MacOS/klapphaus</string>", agent, StringComparison.Ordinal);
        Assert.Contains("<string>--background</string>", agent, StringComparison.Ordinal);
    }

    [Fact]
    public void WindowsStartsItByOneText() => Assert.Equal("\"C:\\Klapp haus\\klapphaus.exe\" \"%1\"", WindowsCommand.Write([@"C:\Klapp haus\klapphaus.exe", "%1"]));
}
