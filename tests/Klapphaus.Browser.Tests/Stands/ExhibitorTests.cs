using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>From the organiser's link to a stand with a logo, three papers and a second host, with no mouse; and what a visitor and a killed house make of it.</summary>
public sealed class ExhibitorTests(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    [Fact]
    public async Task KeysAloneBringFilesIntoAStand()
    {
        using var folder = new PaperFolder();
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        var uwe = await ComeIntoTeamAsync(own, "Uwe", await GivePlaceAsync(olga));
        await uwe.Page.EvaluateAsync("() => { window.mouse = 0; for (const type of ['mousedown', 'pointerdown', 'touchstart']) addEventListener(type, () => window.mouse++, true); }");
        // the browser asks the test for files from now on; asked each time anew it would not know that in time
        uwe.Page.FileChooser += (_, _) => { };
        var keys = uwe.Page.Keyboard;
        await uwe.TabToAsync("Name des Stands");
        await keys.TypeAsync("Werkstatt Innenstadt");
        await uwe.TabToAsync("Ein Satz");
        await keys.TypeAsync("Wir füllen leere Läden wieder");
        await uwe.TabToAsync("Logo des Stands");
        await ChooseAsync(uwe, folder.Logo);
        await Assertions.Expect(uwe.Page.GetByLabel("Was das Logo zeigt")).ToHaveValueAsync("Logo: Werkstatt Innenstadt");
        await Assertions.Expect(uwe.Page.GetByLabel("Was das Logo zeigt")).ToBeFocusedAsync();
        foreach (var (paper, title) in folder.Papers)
        {
            await uwe.Page.Locator("#list-materials").FocusAsync();
            await uwe.TabToAsync("Datei aussuchen");
            await ChooseAsync(uwe, paper);
            await Assertions.Expect(uwe.Page.Locator("#new-materials-text")).ToHaveValueAsync(title);
            await uwe.TabToAsync("Unterlage hinzufügen");
            await keys.PressAsync("Enter");
            await Assertions.Expect(uwe.Page.Locator("#new-materials-text")).ToHaveValueAsync("");
        }
        await Inspection.LookAsync(uwe, "stand-files");
        await Assertions.Expect(uwe.Page.Locator("#list-materials ~ ol > li")).ToHaveCountAsync(folder.Papers.Length);
        await uwe.TabToAsync("Link für das Team ausstellen");
        await keys.PressAsync("Enter");
        var link = uwe.Page.Locator("p.link");
        await Assertions.Expect(link).ToContainTextAsync("#invitation=");
        var bea = await ComeIntoTeamAsync(own, "Bea", new((await link.TextContentAsync())!.Trim()));
        await Assertions.Expect(bea.Page.Locator("#list-materials ~ ol > li")).ToHaveCountAsync(folder.Papers.Length);
        await uwe.Page.EvaluateAsync("() => document.activeElement.blur()");
        await uwe.TabToAsync("Allen zeigen");
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Der Stand ist jetzt für alle zu sehen.");
        Assert.Equal(0, await uwe.Page.EvaluateAsync<int>("() => window.mouse"));

        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        await Inspection.LookAsync(vera, "room-stand-logo");
        await vera.Page.Locator("#open-stand").ClickAsync();
        await Assertions.Expect(vera.Page.Locator("#panel article img")).ToHaveAttributeAsync("alt", "Logo: Werkstatt Innenstadt");
        await vera.UntilAsync("the logo is drawn", "() => document.querySelector('#panel article img').naturalWidth > 0");
        await Inspection.LookAsync(vera, "panel-stand-files");
        var saving = vera.Page.WaitForDownloadAsync();
        await vera.Page.GetByRole(AriaRole.Link, new() { Name = folder.Papers[0].Title }).ClickAsync();
        Assert.Equal(await File.ReadAllBytesAsync(folder.Papers[0].Path), await File.ReadAllBytesAsync(await (await saving).PathAsync()));
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task AFileThatDoesNotFitIsRefusedWithWhatWould()
    {
        using var folder = new PaperFolder();
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        var uwe = await ComeIntoTeamAsync(own, "Uwe", await GivePlaceAsync(olga), Device.Pairs[1]);
        uwe.Forgive("status of 422"); // the browser calls a refusal an error
        await Assertions.Expect(uwe.Page.Locator("#field-logo-file")).ToBeEnabledAsync(); // the limits are here
        await uwe.Page.Locator("#field-logo-file").SetInputFilesAsync(folder.Papers[0].Path);
        var fault = uwe.Page.Locator("#field-logo-file-fault");
        await Assertions.Expect(fault).ToContainTextAsync("PNG, JPEG, WebP, GIF");
        await uwe.Page.Locator("#field-logo-file").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(uwe, "stand-file-refused");
        // what only says that it is a picture comes no further
        await uwe.Page.Locator("#field-logo-file").SetInputFilesAsync(folder.Disguised);
        await Assertions.Expect(uwe.Page.Locator("#content-heading ~ *", new() { HasText = uwe.Words["error.fileKindNotAllowed"] }).First).ToBeVisibleAsync();
        Inspection.AssertFaultless();
    }

    static async Task ChooseAsync(Person person, string file)
    {
        var chooser = await person.Page.RunAndWaitForFileChooserAsync(() => person.Page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(file);
    }
}
