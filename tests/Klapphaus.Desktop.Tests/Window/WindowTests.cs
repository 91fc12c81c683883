using Klapphaus.Contracts;
using Klapphaus.Desktop.Start;
using Klapphaus.Desktop.Window;
using Klapphaus.Stage;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Desktop.Tests.Window;

public sealed class WindowTests : IDisposable
{
    const string Stand = "s0123456789abcdef0123456789abcdef";

    static readonly StandCardView[] stands =
    [
        new() { Id = Stand, Room = "halle", Area = "stand-7", Name = "Stadt Soest", Line = "", Accent = "", Logo = "", Topics = [], State = "open" },
    ];

    readonly TemporaryFolder folder = new();
    readonly FakeTimeProvider time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheChosenBrowserWinsAsLongAsItIsThere()
    {
        HashSet<string> there = ["/usr/bin/chromium", "/opt/eigener/chrome"];
        var finder = new BrowserFinder(["/usr/bin/fehlt", "/usr/bin/chromium"], there.Contains);
        Assert.Equal("/opt/eigener/chrome", finder.Find("/opt/eigener/chrome"));
        Assert.Equal("/usr/bin/chromium", finder.Find(null));
        Assert.Equal("/usr/bin/chromium", finder.Find("/opt/weg/chrome"));
        there.Clear();
        Assert.Null(finder.Find("/opt/eigener/chrome"));
    }

    [Fact]
    public void ThisMachineIsSearched() => Assert.NotNull(BrowserFinder.OfThisMachine().Find(null));

    [Fact]
    public void LinksLeadToRoomsStandsAndTheConversationsThere()
    {
        Assert.Equal(new Destination(), Destination.Of(new("h"), stands));
        Assert.Equal(new Destination("foyer"), Destination.Of(new("h", "foyer"), stands));
        Assert.Equal(new Destination("halle", Stand), Destination.Of(new("h", Stand: Stand), stands));
        Assert.Equal(new Destination("halle", Stand), Destination.Of(new("h", "halle", Area: "stand-7"), stands));
        Assert.Equal(new Destination("halle"), Destination.Of(new("h", "halle", Area: "tisch-1"), stands));
        Assert.Null(Destination.Of(new("h", Stand: "s" + new string('0', 32)), stands));
    }

    [Fact]
    public void TheCodeStandsBehindTheHash()
    {
        Assert.Equal("https://haus.example/?raum=halle&stand=" + Stand + "#code=abc", new Destination("halle", Stand).PageIn(new("https://haus.example/"), "abc").AbsoluteUri);
        Assert.Equal("https://haus.example/pfad/#code=a%26b", new Destination().PageIn(new("https://haus.example/pfad/"), "a&b").AbsoluteUri);
    }

    [Fact]
    public void TheOpeningPageIsForItsOwnerAndForAMinute()
    {
        using var page = new OpeningPage(folder.Path, time);
        var file = page.Write(new("https://haus.example/?raum=a&b=\"</script>#code=abc")).LocalPath;
        Assert.False(OwnerOnly.IsOpenToOthers(file));
        var text = File.ReadAllText(file);
        Assert.Contains("code=abc", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("</script>").Length - 1);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.True(File.Exists(file));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void AnotherPageHasItsOwnMinute()
    {
        using var page = new OpeningPage(folder.Path, time);
        page.Write(new("https://haus.example/#code=eins"));
        time.Advance(TimeSpan.FromSeconds(40));
        var file = page.Write(new("https://haus.example/#code=zwei")).LocalPath;
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Contains("code=zwei", File.ReadAllText(file), StringComparison.Ordinal);
        page.Forget();
        Assert.False(File.Exists(file));
    }
}
