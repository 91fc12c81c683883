using System.Net.Http.Json;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Contracts;
using Klapphaus.Desktop.Tests.Text;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Conversations;

/// <summary>Mona sits at a terminal, and Ada at a browser: they meet, talk by text, and Mona moderates.</summary>
public sealed class TerminalTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    const string Question = "Grüße aus Überlingen – läuft „Läden auf Zeit“ bei Ihnen weiter?", Reply = "Ja, für drei Straßen. Schöne Grüße: ÄÖÜß €";

    /// <summary>The token of an organiser.</summary>
    static async Task<string> TokenAsync(TestHouse own, string name)
    {
        using var http = new HttpClient { BaseAddress = own.Address };
        using var answer = await http.PostAsJsonAsync("/api/session?token=true", new SessionRequest { Name = name, Invitation = own.InvitationLink.Fragment.Split('=')[1] });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SessionView>())!.Token!;
    }

    static async Task WriteAsync(Person ada)
    {
        await ada.OpenPanelAsync("talk");
        await ada.Page.GetByLabel(ada.Words["talk.text"], new() { Exact = true }).FillAsync(Question);
        await ada.Page.Keyboard.PressAsync("Enter");
    }

    static Task ReadsAsync(Person ada, string text) => Assertions.Expect(ada.Page.GetByRole(AriaRole.Log)).ToContainTextAsync(text);

    static Task IsMutedAsync(Person ada) => Assertions.Expect(ada.News).ToContainTextAsync(ada.Words["talk.mutedYou"]);

    [Fact]
    public async Task LineByLine()
    {
        var own = await OpenHouseAsync();
        var ada = await EnterAsync("Ada Böhm", "garten", at: own.Address);
        await using var mona = await PseudoTerminal.OpenAsync(own.Address, await TokenAsync(own, "Mona Möller"), "--plain --language de");
        await mona.ReadsAsync("Willkommen, Mona Möller.");
        await mona.TypeAsync("geh garten");
        var at = await mona.ReadsAsync("Garten. 2 Personen sind hier");
        await mona.TypeAsync("geh boehm");
        at = await mona.ReadsAsync("Sie stehen bei Ada Böhm.", at);
        await ada.UntilAsync("they talk", "() => klapphaus.talk?.includes('Mona Möller')");
        await WriteAsync(ada);
        at = await mona.ReadsAsync($"Ada Böhm schreibt: {Question}", at);
        await mona.TypeAsync($"sag {Reply}");
        await ReadsAsync(ada, Reply);
        await mona.TypeAsync("stumm boehm");
        await mona.ReadsAsync("Niemand hört diese Person mehr.", at);
        await IsMutedAsync(ada);
        await mona.TypeAsync("ende");
        Assert.Equal(0, await mona.EndsAsync());
        await ada.UntilAsync("she is alone", "() => klapphaus.others.length === 0");
    }

    [Fact]
    public async Task OnTheWholeScreen()
    {
        var own = await OpenHouseAsync();
        var ada = await EnterAsync("Ada Böhm", "foyer", at: own.Address);
        await using var mona = await PseudoTerminal.OpenAsync(own.Address, await TokenAsync(own, "Mona Möller"), "--text --language de");
        await mona.SeesAsync("2 Personen hier");
        await mona.TypeAsync("/geh boehm");
        await mona.SeesAsync("Sie stehen bei Ada Böhm.");
        await ada.UntilAsync("they talk", "() => klapphaus.talk?.includes('Mona Möller')");
        await WriteAsync(ada);
        await mona.SeesAsync("Ada Böhm schreibt: Grüße aus Überlingen");
        await mona.TypeAsync(Reply);
        await ReadsAsync(ada, Reply);
        await mona.TypeAsync("/stumm boehm");
        await mona.SeesAsync("Niemand hört diese Person mehr.");
        await IsMutedAsync(ada);
        await mona.TypeAsync("/ende");
        Assert.Equal(0, await mona.EndsAsync());
        await ada.UntilAsync("she is alone", "() => klapphaus.others.length === 0");
    }
}
