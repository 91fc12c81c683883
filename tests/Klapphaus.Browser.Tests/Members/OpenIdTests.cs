using System.Text.RegularExpressions;
using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Members;

/// <summary>From the welcome page to the identity provider, which is another site, and back into the house.</summary>
public sealed class OpenIdTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    readonly Inspection inspection = new();
    OpenIdProvider provider = null!;

    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Pairs.Length)];

    public override async ValueTask InitializeAsync() => provider = await OpenIdProvider.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task KeysAloneLeadThroughTheProvidersPageIntoTheFoyer()
    {
        var own = await OpenHouseAsync(provider.Settings);
        var ada = await ComeAsync("Ada", own);
        await ada.TabToAsync("Mit Netz-Konto anmelden");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Page.GetByLabel("Benutzername")).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Button("Weiter als Ada Lovelace")).ToBeVisibleAsync();
        await ada.TabToAsync("Weiter als Ada Lovelace");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.InRoomAsync("foyer");
    }

    [Fact]
    public async Task OneComesOutInTheRoomThatOneWasInvitedTo()
    {
        var own = await OpenHouseAsync(provider.Settings);
        var ada = await ComeAsync("Ada", own, "?raum=garten");
        await SignInAsync(ada, "ada");
        await ada.Button("Weiter als Ada Lovelace").ClickAsync();
        await ada.InRoomAsync("garten");
    }

    [Fact]
    public async Task OthersReadThatANameIsVerified()
    {
        var own = await OpenHouseAsync(provider.Settings);
        await using var cem = await own.EnterAsync("Cem", "foyer");
        var ada = await ComeAsync("Ada", own);
        await SignInAsync(ada, "ada");
        await ada.Button("Weiter als Ada Lovelace").ClickAsync();
        await ada.InRoomAsync("foyer");
        await ada.OpenPanelAsync("people");
        await Assertions.Expect(ada.Page.Locator("#panel .me")).ToContainTextAsync("bestätigt");
        await Assertions.Expect(ada.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Cem" }).First).Not.ToContainTextAsync("bestätigt");

        var bo = await EnterAsync("Bo", "foyer", Device.Pairs[2], own.Address);
        await bo.OpenPanelAsync("people");
        await Assertions.Expect(bo.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Ada Lovelace" }).First).ToContainTextAsync("verified");
        await inspection.LookAsync(ada, "people-verified");
        await inspection.LookAsync(bo, "people-verified");
        inspection.AssertFaultless();
        await cem.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task WelcomeWithAnAccountHasNoBarrier(int device)
    {
        var own = await OpenHouseAsync(provider.Settings);
        var ada = await ComeAsync("Ada", own, "?raum=garten", Device.Pairs[device]);
        await Assertions.Expect(Link(ada)).ToBeVisibleAsync();
        await inspection.LookAsync(ada, "welcome-account");

        await Link(ada).ClickAsync();
        await ada.Button("Lieber nicht").ClickAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(ada.Words["error.signInFailed"]);
        await ada.UntilAsync("the number is gone from the address, and the room is not", "() => location.search === '?raum=garten'");
        await inspection.LookAsync(ada, "welcome-refused");

        await SignInAsync(ada, "ada");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await inspection.LookAsync(ada, "welcome-signed-in");
        await ada.Button(ada.Words["welcome.signOut"]).ClickAsync();
        await Assertions.Expect(Link(ada)).ToBeVisibleAsync();
        inspection.AssertFaultless();
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task HouseWithoutVisitorsAsksForNoName(int device)
    {
        var own = await OpenHouseAsync([.. provider.Settings, "--Klapphaus:Visitors", "false"]);
        var ada = await ComeAsync("Ada", own, device: Device.Pairs[device]);
        await Assertions.Expect(ada.Page.GetByText(ada.Words["welcome.accountOnly"])).ToBeVisibleAsync();
        await Assertions.Expect(ada.Page.GetByLabel(ada.Words["welcome.name"])).ToHaveCountAsync(0);
        await inspection.LookAsync(ada, "welcome-account-only");
        await SignInAsync(ada, "ada");
        await ada.Button(ada.Words["welcome.signOut"]).ClickAsync();
        await Assertions.Expect(Link(ada)).ToBeFocusedAsync(); // where the name would be asked for otherwise
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task InvitationOpensAHouseWithoutVisitorsToo()
    {
        var own = await OpenHouseAsync("--Klapphaus:Visitors", "false");
        var vera = await ComeAsync("Vera", own);
        await Assertions.Expect(vera.Page.GetByText(vera.Words["welcome.invitationOnly"])).ToBeVisibleAsync();
        var olga = await ComeAsync("Olga", own, own.InvitationLink.Fragment);
        await olga.SignInAsync();
    }

    /// <summary>Somebody before the door, who may go to the provider and to no other place.</summary>
    async Task<Person> ComeAsync(string name, TestHouse own, string path = "", Device? device = null)
    {
        var person = await OpenAsync(name, device, own.Address, path);
        person.Forgive($"^asked another host: {Regex.Escape(provider.Address.AbsoluteUri)}");
        return person;
    }

    static async Task SignInAsync(Person person, string login)
    {
        await Link(person).ClickAsync();
        await person.Page.GetByLabel("Benutzername").FillAsync(login);
        await person.Button("Anmelden").ClickAsync();
        await Assertions.Expect(person.Button(person.Words["welcome.goOnAs", "name", "Ada Lovelace"])).ToBeVisibleAsync();
    }

    static ILocator Link(Person person) => person.Page.GetByRole(AriaRole.Link, new() { Name = person.Words["welcome.signInWith", "name", OpenIdProvider.Name], Exact = true });
}
