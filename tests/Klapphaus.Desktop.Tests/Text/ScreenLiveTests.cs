using Klapphaus.Contracts;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>How a visit on the whole screen, or by a link, begins, is interrupted and ends: the real program in a real house.</summary>
public sealed class ScreenLiveTests(ExhibitedHouse house) : IClassFixture<ExhibitedHouse>
{
    // as an xterm sends them
    const string F10 = "\e[21~", Down = "\e[B", Tab = "\t", Enter = "\r", CtrlC = "\u0003", ScreenBegins = "\e[?1049h", ScreenEnds = "\e[?1049l";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    static Task HearsAsync(Person person, string text)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        person.Connection.Said += said =>
        {
            if (said.Kind == "text" && said.Text == text) heard.TrySetResult();
        };
        return heard.Task.WaitAsync(patience);
    }

    [Fact]
    public async Task ABellIsAnsweredOnTheSheetThatOpensForIt()
    {
        await using var bea = await PseudoTerminal.OpenAsync(house.Address, house.HostToken, "--text --language de");
        await bea.SeesAsync("foyer · ");
        await bea.TypeAsync("/dienst");
        await bea.SeesAsync("Sie sind für den Stand da und werden gerufen.");

        await using var vera = await house.House.Enter("Vera Vogel", ExhibitedHouse.Room);
        await vera.WalkToTalk(ExhibitedHouse.StandX, ExhibitedHouse.StandY, picture => picture.Talk is not null, "she is at the stand");
        BellChangedEvent? told = null;
        vera.Connection.BellChanged += news => told = news;
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(house.Stand));
        await bea.SeesAsync("Jemand wartet auf Sie");
        await bea.SeesAsync("„/ja“ nimmt an");

        await bea.PressAsync(Tab + Tab);
        // what comes by itself does nothing at an Enter that was meant for something else
        await bea.WaitUntilAsync(() => bea.Marked == "Später", "nothing is answered yet");
        await bea.PressAsync(Down);
        await bea.WaitUntilAsync(() => bea.Marked == "Annehmen und hingehen: Vera Vogel", "the yes is marked");
        await bea.PressAsync(Enter);
        await bea.SeesAsync("Sie gehen zu Vera Vogel.");
        await vera.WaitUntil(_ => told is { State: "accepted" }, "Bea comes", patience);
        await vera.WaitUntil(picture => picture.Talk is { People.Length: 2 }, "they talk", patience);
        await bea.PressAsync(F10);
        Assert.Equal(0, await bea.EndsAsync());
    }

    [Fact]
    public async Task ARemarkIsNoAnswerToWhatACommandHasAsked()
    {
        await using var mona = await PseudoTerminal.OpenAsync(house.Address, await house.TokenAsync("Mona Mai"), "--text --language de");
        await mona.SeesAsync("foyer · ");
        await mona.TypeAsync("/geh Halle");
        await mona.SeesAsync("halle · ");
        await mona.TypeAsync("/geh 7");
        await mona.SeesAsync("Sie stehen vor Stand 7, Stadt Köln.");
        await using var brandt = await house.House.Enter("Bo Brandt", ExhibitedHouse.Room);
        await using var busch = await house.House.Enter("Bo Busch", ExhibitedHouse.Room);
        await brandt.WalkToTalk(ExhibitedHouse.StandX + 1, ExhibitedHouse.StandY, picture => picture.Talk?.People.Length == 2, "he talks with Mona");

        await mona.TypeAsync("/geh bo");
        await mona.SeesAsync("1. Bo Brandt");
        var heard = HearsAsync(brandt, "alle zusammen lachen");
        await mona.TypeAsync("alle zusammen lachen");
        await heard;
        // and after that nothing is asked any more
        heard = HearsAsync(brandt, "2");
        await mona.TypeAsync("2");
        await heard;
        await mona.PressAsync(F10);
        Assert.Equal(0, await mona.EndsAsync());
    }

    [Fact]
    public async Task CtrlCEndsAndGivesTheTerminalBack()
    {
        await using var ada = await PseudoTerminal.OpenAsync(house.Address, await house.TokenAsync("Ada Apfel"), "--text --language de");
        await ada.SeesAsync("foyer · ");
        await ada.PressAsync(CtrlC);
        Assert.Equal(0, await ada.EndsAsync());
        var (begins, ends) = (ada.Written.LastIndexOf(ScreenBegins, StringComparison.Ordinal), ada.Written.LastIndexOf(ScreenEnds, StringComparison.Ordinal));
        Assert.True(begins >= 0 && ends > begins, $"The screen began at {begins} and ended at {ends}.");
    }

    [Theory]
    [InlineData("--plain", "Willi Wolf")]
    [InlineData("--text", "Kalle Kern")]
    public async Task WhoeverIsBannedIsToldAndTheProgramEnds(string mode, string name)
    {
        await using var banned = await PseudoTerminal.OpenAsync(house.Address, await house.TokenAsync(name), $"{mode} --language de");
        await banned.SeesAsync("foyer");
        var (code, output, errors) = await PseudoTerminal.RunAsync(
            house.Address, await house.TokenAsync($"Mona für {name}", "moderator"), "--plain --language de", $"sperre {name} haus stunde: zum Ausprobieren");
        Assert.True(code == 0, $"{output}{errors}");
        Assert.Equal(1, await banned.EndsAsync());
        // in the terminal, where it stays when the screen is gone
        var left = banned.Written[Math.Max(0, banned.Written.LastIndexOf(ScreenEnds, StringComparison.Ordinal))..];
        Assert.Contains("Sie wurden vom Haus ausgeschlossen.", left, StringComparison.Ordinal);
        Assert.Contains("zum Ausprobieren", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lina Lenz", "stand")]
    [InlineData("Lars Lohr", "gespraech")]
    public async Task ALinkToAStandLeadsToIt(string name, string kind)
    {
        var link = $"klapphaus://{house.Address.Authority}/{kind}/{(kind == "stand" ? house.Stand : $"{ExhibitedHouse.Room}/stand-7")}";
        var (code, output, errors) = await PseudoTerminal.RunAsync(house.Address, await house.TokenAsync(name), $"--plain --language de {link}", "wo\n");
        Assert.True(code == 0, $"{output}{errors}");
        Assert.True(output.Contains("Sie stehen vor Stand 7, Stadt Köln.\n", StringComparison.Ordinal), output);
        Assert.True(output.Contains("Sie sind hier: halle, Stand 7, Stadt Köln.\n", StringComparison.Ordinal), output);
    }
}
