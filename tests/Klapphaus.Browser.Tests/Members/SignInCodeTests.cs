using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Browser.Tests.Stands;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Members;

/// <summary>
/// Somebody comes by a code in the address, as a program gives it to the window that it opens. Here in tabs, in which one is asked first, since anybody may have
/// made such a link; that the program's own window needs no click is seen where it is real, with the program (Desktop.Tests).
/// </summary>
public sealed class SignInCodeTests(Chromium chromium, SharedHouse house) : BellTestsBase(chromium, house)
{
    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Pairs.Length)];

    /// <summary>Somebody by a program, and a code that it has asked for.</summary>
    static async Task<(HouseConnection Program, string Code)> ProgramAsync(TestHouse own, string name)
    {
        var program = await HouseConnection.ConnectAsync(new() { Address = own.Address, Name = name, Background = true });
        return (program, await CodeAsync(own, program.Token));
    }

    static async Task<string> CodeAsync(TestHouse own, string token)
    {
        using var http = new HttpClient { BaseAddress = own.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.PostAsync("/api/session/code", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SignInCodeView>())!.Code;
    }

    static ILocator GoOn(Person person) => person.Button(person.Words["welcome.programGoOn"]);

    [Fact]
    public async Task WhoGoesOnIsInsideAndTheAddressCarriesNoCode()
    {
        var own = await OpenHouseAsync();
        var (program, code) = await ProgramAsync(own, "Ada");
        await using var reached = program;
        var ada = await OpenAsync("Ada", at: own.Address, path: $"?raum=garten#code={code}");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(ada.Words["welcome.programWants"]);
        await Inspection.LookAsync(ada, "welcome-code-asks");
        await ada.TabToAsync(ada.Words["welcome.programGoOn"]);
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.InRoomAsync("garten");
        Inspection.AssertFaultless();
        Assert.DoesNotContain(code, ada.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(ada.Page).ToHaveURLAsync(new Regex(@"/\?raum=garten$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(ConnectionStatus.Connected, program.State.Status); // it lives beside the window

        // loaded anew the window is as any other
        await ada.Page.ReloadAsync();
        await ada.Button("Weiter als Ada").ClickAsync();
        await ada.InRoomAsync("garten");
    }

    [Fact]
    public async Task CalledHostComesOutAtTheStand()
    {
        var own = await OpenHouseAsync();
        var uwe = await OpenStandAsync(own);
        var stand = new Uri(uwe.Page.Url).Segments[^1];
        var session = await uwe.Context.APIRequest.PostAsync(new Uri(own.Address, "/api/session?token=true").AbsoluteUri, new() { DataObject = new { name = "Uwe" } });
        var token = (await session.JsonAsync())!.Value.GetProperty("token").GetString()!;
        await using var program = await HouseConnection.ConnectAsync(new() { Address = own.Address, Token = token, Background = true });
        Assert.Equal(Contracts.ErrorCode.None, await program.StandDutyAsync(stand, true));
        var rang = new TaskCompletionSource<BellRangEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        program.BellRang += news => rang.TrySetResult(news);

        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        await vera.Page.Locator("#open-stand").ClickAsync();
        await vera.Button("Klingeln").ClickAsync();
        var call = await rang.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(Contracts.ErrorCode.None, await program.AnswerBellAsync(stand, call.Request, true));
        await Assertions.Expect(vera.News).ToContainTextAsync("Uwe kommt zu Ihnen an den Stand.");

        var window = await OpenAsync("Uwe", at: own.Address, path: $"?raum={call.Room}&stand={stand}&annehmen={call.Request}#code={await CodeAsync(own, token)}");
        await GoOn(window).ClickAsync();
        await window.InRoomAsync("halle");
        await window.UntilAsync("he is at the stand", "() => klapphaus.here.x > 20 && klapphaus.here.x < 25 && klapphaus.here.y > 39 && klapphaus.here.y < 43");
        await window.UntilAsync("he stands beside her, and not on her feet", "() => !klapphaus.here.walking && klapphaus.others.some(o => o.name === 'Vera' && Math.hypot(o.x - klapphaus.here.x, o.y - klapphaus.here.y) > 0.7)");
        await vera.UntilAsync("they talk", "() => klapphaus.talk?.includes('Uwe')");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex(@"/\?raum=halle$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task WithACodeThatIsUsedUpOneReadsWhyAndSignsInAsUsual(int device)
    {
        var own = await OpenHouseAsync();
        var (program, code) = await ProgramAsync(own, "Ada");
        await using var reached = program;
        var first = await OpenAsync("Ada", at: own.Address, path: $"#code={code}");
        await GoOn(first).ClickAsync();
        await first.InRoomAsync("foyer");
        var second = await OpenAsync("Ada", Device.Pairs[device], own.Address, $"?raum=garten#code={code}");
        second.Forgive("status of 422.*/api/session/redeem");
        await GoOn(second).ClickAsync();
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(second.Words["error.signInCodeInvalid"]);
        await Assertions.Expect(second.Page).ToHaveURLAsync(new Regex(@"/\?raum=garten$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Inspection.LookAsync(second, "welcome-code-used");
        await second.SignInAsync();
        await second.InRoomAsync("garten");
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task WhoIsSignedInAsSomebodyElseIsAskedAndStaysWhoTheyAre()
    {
        var own = await OpenHouseAsync();
        var (program, code) = await ProgramAsync(own, "Eve");
        await using var reached = program;
        var ada = await OpenAsync("Ada", at: own.Address);
        await ada.SignInAsync();
        await ada.InRoomAsync("foyer");
        await ada.Page.GotoAsync(new Uri(own.Address, $"?raum=garten#code={code}").AbsoluteUri);
        ada.Forgive("status of 409.*/api/session/redeem");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ada");
        Assert.DoesNotContain(code, ada.Page.Url, StringComparison.Ordinal);
        await ada.Button("Weiter als Ada").ClickAsync();
        await ada.InRoomAsync("garten");
        var me = await (await ada.Context.APIRequest.GetAsync(new Uri(own.Address, "/api/session").AbsoluteUri)).JsonAsync();
        Assert.Equal("Ada", me!.Value.GetProperty("name").GetString());
    }
}
