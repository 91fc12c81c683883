using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Tests.Start;

public sealed class DeepLinkTests
{
    const string Stand = "s0123456789abcdef0123456789abcdef";

    [Fact]
    public void LinksToRoomsStandsAndConversationsAreRead()
    {
        Assert.Equal(new DeepLink("haus.example"), DeepLink.Read("klapphaus://haus.example"));
        Assert.Equal(new DeepLink("haus.example"), DeepLink.Read("klapphaus://haus.example/"));
        Assert.Equal(new DeepLink("haus.example", "foyer"), DeepLink.Read("klapphaus://haus.example/raum/foyer"));
        Assert.Equal(new DeepLink("haus.example:8443", "halle-2"), DeepLink.Read("KLAPPHAUS://haus.example:8443/raum/halle-2"));
        Assert.Equal(new DeepLink("haus.example", Stand: Stand), DeepLink.Read($"klapphaus://haus.example/stand/{Stand}"));
        Assert.Equal(new DeepLink("haus.example", "halle", Area: "stand-7"), DeepLink.Read("klapphaus://haus.example/gespraech/halle/stand-7"));
        Assert.Equal(new DeepLink("[::1]:5000", "foyer"), DeepLink.Read("klapphaus://[::1]:5000/raum/foyer"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://haus.example/raum/foyer")]
    [InlineData("klapphaus:haus.example/raum/foyer")]
    [InlineData("klapphaus://")]
    [InlineData("klapphaus:///raum/foyer")]
    [InlineData("klapphaus://haus.example/raum")]
    [InlineData("klapphaus://haus.example/raum/")]
    [InlineData("klapphaus://haus.example/raum/foyer/")]
    [InlineData("klapphaus://haus.example/raum/../stand/x")]
    [InlineData("klapphaus://haus.example/raum/foyer?code=1")]
    [InlineData("klapphaus://haus.example/raum/foyer#code=1")]
    [InlineData("klapphaus://haus.example/raum/Foyer")]
    [InlineData("klapphaus://haus.example/raum/foy%2fer")]
    [InlineData("klapphaus://haus.example/raum/--user-data-dir=x")]
    [InlineData("klapphaus://haus.example/stand/7")]
    [InlineData("klapphaus://haus.example/stand/s0123456789ABCDEF0123456789abcdef")]
    [InlineData("klapphaus://haus.example/gespraech/halle")]
    [InlineData("klapphaus://haus.example/einstellungen/notices")]
    [InlineData("klapphaus://ada@haus.example/raum/foyer")]
    [InlineData("klapphaus://haus.example:443/raum/foyer")]
    [InlineData("klapphaus://haus.example:99999/raum/foyer")]
    [InlineData("klapphaus://haus\\.example/raum/foyer")]
    [InlineData("klapphaus://haus example/raum/foyer")]
    [InlineData("klapphaus://haus.example/raum/foyer\n")]
    public void WhatIsNotExactlyOfThatFormIsRefused(string text) => Assert.Null(DeepLink.Read(text));

    [Fact]
    public void WhatIsTooLongIsRefused() => Assert.Null(DeepLink.Read($"klapphaus://{new string('a', 500)}/raum/foyer"));

    [Fact]
    public void ALinkIsForItsOwnHouseOnly()
    {
        var link = DeepLink.Read("klapphaus://Haus.example/raum/foyer")!;
        Assert.True(link.IsFor(new("https://haus.example/")));
        Assert.True(link.IsFor(new("https://haus.example/unter/einem/pfad")));
        Assert.False(link.IsFor(new("https://haus.example:8443/")));
        Assert.False(link.IsFor(new("https://boese.example/")));
    }
}
