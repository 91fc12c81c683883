using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Contracts;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>People around the stand at place 21 of the hall: an organiser gives it away, an exhibitor sets it up, visitors read it. Each test has a house of its own.</summary>
public abstract class StandTestsBase(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    /// <summary>So often somebody sets out for a stand.</summary>
    const int MostWalks = 4;

    private protected Inspection Inspection { get; } = new();

    /// <summary>Olga, an organiser, in the hall.</summary>
    private protected async Task<Person> OrganiserAsync(TestHouse own, Device? device = null)
    {
        var olga = await OpenAsync("Olga", device, own.Address, $"?raum=halle{own.InvitationLink.Fragment}");
        await olga.SignInAsync();
        await olga.InRoomAsync("halle");
        return olga;
    }

    /// <summary>By the rooms, or on a phone by what is behind "more".</summary>
    private protected static async Task OpenPlacesAsync(Person olga)
    {
        var rooms = olga.Page.Locator("#open-rooms");
        await (await rooms.IsVisibleAsync() ? rooms : olga.Page.Locator("#open-more")).ClickAsync();
        await olga.Button(olga.Words["places.title"]).ClickAsync();
        await Assertions.Expect(olga.Page.Locator("#panel li").First).ToBeVisibleAsync();
    }

    /// <summary>Olga gives place 21 away; the link by which the exhibitor comes.</summary>
    private protected static async Task<Uri> GivePlaceAsync(Person olga)
    {
        await OpenPlacesAsync(olga);
        var place = olga.Page.Locator("#panel li", new() { HasTextRegex = new Regex("Stand 21,", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        await place.GetByRole(AriaRole.Button).ClickAsync();
        var link = place.Locator("p.link");
        await Assertions.Expect(link).ToContainTextAsync("#invitation=");
        return new((await link.TextContentAsync())!.Trim());
    }

    /// <summary>Somebody comes by a link into the team of a stand, and sits down at its page.</summary>
    private protected async Task<Person> ComeIntoTeamAsync(TestHouse own, string name, Uri link, Device? device = null)
    {
        var person = await OpenAsync(name, device, own.Address, link.Fragment);
        await person.SignInAsync();
        var rooms = person.Page.Locator("#open-rooms");
        if (!await rooms.IsVisibleAsync())
        {
            await person.Page.Locator("#open-more").ClickAsync();
            rooms = person.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = person.Words["rooms.title"], Exact = true });
        }
        await rooms.ClickAsync();
        var page = await person.Page.Locator("#panel a[href^='/stand/']").GetAttributeAsync("href");
        await person.Page.GotoAsync(new Uri(own.Address, page).AbsoluteUri);
        await Assertions.Expect(person.Page.GetByLabel(person.Words["stand.part.name"], new() { Exact = true })).ToBeVisibleAsync();
        return person;
    }

    /// <summary>A link into the team of the stand at whose page somebody sits.</summary>
    private protected static async Task<Uri> TeamLinkAsync(Person host)
    {
        await host.Button(host.Words["team.link"]).ClickAsync();
        var link = host.Page.Locator("p.link");
        await Assertions.Expect(link).ToContainTextAsync("#invitation=");
        return new((await link.TextContentAsync())!.Trim());
    }

    /// <summary>Fills in a field and leaves it; the house has it when this returns.</summary>
    private protected static async Task WriteAsync(Person person, string part, string words)
    {
        var label = person.Words[$"stand.part.{part}"];
        var field = person.Page.GetByLabel(label, new() { Exact = true });
        await field.FillAsync(words);
        await field.BlurAsync();
        await Assertions.Expect(person.News).ToContainTextAsync(person.Words["stand.saved", "field", label]);
    }

    /// <summary>Puts something into a list of the stand; the house has it when this returns.</summary>
    private protected static async Task AddAsync(Person person, string part, string words, string link = "")
    {
        await person.Page.Locator($"#new-{part}-text").FillAsync(words);
        if (link.Length > 0) await person.Page.Locator($"#new-{part}-link").FillAsync(link);
        await person.Button(person.Words[$"stand.add.{part}"]).ClickAsync();
        await Assertions.Expect(person.News).ToContainTextAsync(person.Words["stand.added", "field", person.Words[$"stand.part.{part}"]]);
        await Assertions.Expect(person.Page.Locator($"#new-{part}-text")).ToHaveValueAsync("");
    }

    /// <summary>Uwe's stand with a name and one line, shown to everybody.</summary>
    private protected Task<Person> OpenStandAsync(TestHouse own, Device? device = null) => OpenAsync("Uwe", device, own.Address, async uwe =>
    {
        using var olga = new HttpClient { BaseAddress = own.Address };
        await AskAsync(olga, "/api/session", new SessionRequest { Name = "Olga", Invitation = own.InvitationLink.Fragment.Split('=')[1] });
        var stand = (string)(await AskAsync(olga, "/api/stands", new StandRequest { Room = "halle", Area = "stand-21" }))["id"]!;
        var link = (string)(await AskAsync(olga, $"/api/stands/{stand}/invitations", new StandInvitationRequest { Label = "Stand", Owner = true, Expires = TimeProvider.System.GetUtcNow().AddDays(1) }))["link"]!;
        await DoAsync(uwe, own, HttpMethod.Post, "/api/session", new { name = "Uwe", invitation = link.Split("#invitation=")[1] });
        await DoAsync(uwe, own, HttpMethod.Post, $"/api/stands/{stand}/edits", new
        {
            edits = new[] { new { field = "name", value = new { text = "Werkstatt Innenstadt" } }, new { field = "line", value = new { text = "Wir füllen leere Läden wieder" } } },
        });
        await DoAsync(uwe, own, HttpMethod.Put, $"/api/stands/{stand}/published", new { published = true });
        return $"/stand/{stand}";
    });

    static async Task<JsonNode> AskAsync(HttpClient who, string path, object body)
    {
        using var answer = await who.PostAsync(new Uri(path, UriKind.Relative), JsonContent.Create(body, body.GetType()));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    static async Task DoAsync(IAPIRequestContext who, TestHouse own, HttpMethod method, string path, object body)
    {
        var answer = await who.FetchAsync(new Uri(own.Address, path).AbsoluteUri, new() { Method = method.Method, DataObject = body });
        Assert.True(answer.Ok, $"{path}: {await answer.TextAsync()}");
    }

    /// <summary>Walks to a stand by its number, with nothing open beside the floor in the end.</summary>
    private protected static async Task WalkToStandAsync(Person person, int number)
    {
        const string IsThere = "area => klapphaus.here.stop === area";
        await person.OpenPanelAsync("goto");
        for (var tries = 0; tries < MostWalks; tries++)
        {
            await person.WalkUntilAsync(
                async () =>
                {
                    await person.Page.Locator("#search").FillAsync($"{number}");
                    await person.Page.Keyboard.PressAsync("Enter");
                },
                $"{person.Name} stands at stand {number}", IsThere, $"stand-{number}");
            await person.StandingAsync();
            if (await person.Page.EvaluateAsync<bool>(IsThere, $"stand-{number}")) break; // or the house has put them back meanwhile
        }
        await person.ClosePanelAsync();
    }
}
