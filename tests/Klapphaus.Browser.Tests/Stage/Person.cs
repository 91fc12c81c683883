using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>Somebody at a browser of their own. What goes wrong in it without being seen (console, foreign requests) is kept in <see cref="Troubles"/>.</summary>
sealed class Person : IAsyncDisposable
{
    /// <summary>More presses than any screen has controls before something new comes.</summary>
    const int MostPresses = 80;

    /// <summary>So often somebody who was put back sets out again.</summary>
    const int MostPutBacks = 3;

    /// <summary>Whoever stands still for longer on the way, in ms, was put back: the house does that when this machine stood still for a while.</summary>
    const int LongestRest = 4_000;

    readonly IBrowserContext context;
    readonly Uri house;
    readonly List<Regex> forgiven = [];
    readonly List<string> troubles = [];
    int walks;

    Person(string name, Device device, Uri house, IBrowserContext context)
    {
        (Name, Device, this.house, this.context) = (name, device, house, context);
        Words = new(device.Language[..2]);
        context.SetDefaultTimeout(Chromium.Patience);
        context.Page += (_, page) => Watch(page);
        context.Request += (_, request) => CheckHost(request.Url);
        // whoever is not signed in is told so once, and the browser calls that an error
        Forgive(@"status of 401.*/api/session");
    }

    public string Name { get; }

    public Device Device { get; }

    public Words Words { get; }

    public IBrowserContext Context => context;

    public IPage Page { get; private set; } = null!;

    /// <summary>Every address that was asked for.</summary>
    public List<Uri> Asked { get; } = [];

    public IReadOnlyList<string> Troubles
    {
        get { lock (troubles) return [.. troubles]; }
    }

    public ILocator Floor => Page.Locator("#floor");

    /// <summary>The line that is read out.</summary>
    public ILocator News => Page.Locator("p.news");

    /// <summary>A new browser, in front of the house's door.</summary>
    public static async Task<Person> OpenAsync(IBrowser browser, Uri house, string name, Device device, string path = "")
    {
        var person = new Person(name, device, house, await browser.NewContextAsync(device.Options));
        person.Page = await person.OpenTabAsync(path);
        return person;
    }

    /// <summary>The same, with what they have done before by addresses of the interface, as the same person; they come to the page that it ends at.</summary>
    public static async Task<Person> OpenAsync(IBrowser browser, Uri house, string name, Device device, Func<IAPIRequestContext, Task<string>> before)
    {
        var person = new Person(name, device, house, await browser.NewContextAsync(device.Options));
        person.Page = await person.OpenTabAsync(await before(person.context.APIRequest));
        return person;
    }

    public async Task<IPage> OpenTabAsync(string path = "")
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(house, path).AbsoluteUri);
        return page;
    }

    /// <summary>Says who one is and goes in; inside when it returns.</summary>
    public async Task<Person> SignInAsync()
    {
        await Page.GetByLabel(Words["welcome.name"]).FillAsync(Name);
        await Button(Words["welcome.enter"]).ClickAsync();
        await UntilAsync("she is in a room", "() => klapphaus.line === 'connected' && klapphaus.room !== null");
        return this;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    /// <summary>Opens a side panel by its button; on a phone the rarer ones are behind another.</summary>
    public async Task OpenPanelAsync(string panel)
    {
        var opener = Page.Locator($"#open-{panel}");
        if (await opener.IsVisibleAsync()) await opener.ClickAsync();
        else
        {
            await Page.Locator("#open-more").ClickAsync();
            await Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = Words[$"{panel}.title"] }).ClickAsync();
        }
        await Assertions.Expect(Page.Locator("#panel-heading")).ToHaveTextAsync(Words[$"{panel}.title"]);
    }

    public Task ClosePanelAsync() => Button(Words["panel.close"]).ClickAsync();

    public Task InRoomAsync(string room) => UntilAsync($"the room is {room}", "room => klapphaus.line === 'connected' && klapphaus.room === room", room);

    /// <summary>Where one is, by one's own picture, in tiles.</summary>
    public Task<Place> HereAsync() => Page.EvaluateAsync<Place>("() => ({ x: klapphaus.here.x, y: klapphaus.here.y })");

    /// <summary>Where the own avatar came to stand. A house that stood still for a while may not grant the last steps; it has seen them when it answers.</summary>
    public async Task<Place> StandingAsync()
    {
        await UntilAsync("she stands", "() => klapphaus.here && !klapphaus.here.walking");
        await Page.EvaluateAsync("() => fetch('/klapphaus.svg', { cache: 'no-store' }).then(() => null)");
        await UntilAsync("she stands", "() => klapphaus.here && !klapphaus.here.walking");
        return await HereAsync();
    }

    /// <summary>Sees somebody drawn at a place, to a twentieth of a tile.</summary>
    public Task SeesAsync(string name, Place at) => UntilAsync(
        $"{name} is drawn at {at}",
        "({ name, x, y }) => klapphaus.others.some(o => o.name === name && Math.hypot(o.x - x, o.y - y) < 0.05)",
        new { name, x = at.X, y = at.Y });

    /// <summary>Sees somebody drawn where they stand, also when the house takes their last steps back meanwhile.</summary>
    public async Task SeesAsync(Person other)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            var at = await other.StandingAsync();
            var isSeen = await Page.EvaluateAsync<bool>(
                "({ name, x, y }) => klapphaus.others.some(o => o.name === name && Math.hypot(o.x - x, o.y - y) < 0.05)", new { name = other.Name, x = at.X, y = at.Y });
            if (isSeen) return;
            if (TimeProvider.System.GetElapsedTime(since).TotalMilliseconds < Chromium.Patience) continue;
            await SeesAsync(other.Name, at);
            return;
        }
    }

    /// <summary>Holds a key until the picture is as wanted, or nothing comes of it. Whoever is put back meanwhile must press anew, as at any keyboard.</summary>
    public async Task HoldAsync(string key, string what, string until)
    {
        var isHeld = false;
        try
        {
            await PressUntilAsync(
                async () =>
                {
                    if (isHeld) await Page.Keyboard.UpAsync(key);
                    isHeld = true;
                    await Page.Keyboard.DownAsync(key);
                },
                what, until);
        }
        finally
        {
            await Page.Keyboard.UpAsync(key);
        }
    }

    /// <summary>The same, and she stands there in the end by the house's word, too.</summary>
    public async Task WalkByKeyAsync(string key, string what, string until)
    {
        for (var tries = 0; tries <= MostPutBacks; tries++)
        {
            await HoldAsync(key, what, until);
            await StandingAsync();
            if (await Page.EvaluateAsync<bool>(until)) return;
        }
        await FailAsync(Page, what);
    }

    /// <summary>Presses and waits until it is as wanted. Whoever stands still without it for long was put back, and presses anew.</summary>
    async Task PressUntilAsync(Func<Task> press, string what, string until, object? argument = null)
    {
        for (var tries = 0; tries <= MostPutBacks; tries++)
        {
            walks++;
            await press();
            var condition = $$"""
                argument => {
                  if (({{until}})(argument)) return 'there';
                  if (!klapphaus.here || klapphaus.here.walking) window.rest = null;
                  else if (window.rest?.of !== {{walks}}) window.rest = { of: {{walks}}, since: performance.now() };
                  return window.rest && performance.now() - window.rest.since > {{LongestRest}} ? 'rests' : '';
                }
                """;
            try
            {
                await using var end = await Page.WaitForFunctionAsync(condition, argument, new() { PollingInterval = 50 });
                if (await end.JsonValueAsync<string>() == "there") return;
            }
            catch (TimeoutException)
            {
                break;
            }
        }
        await FailAsync(Page, what);
    }

    /// <summary>Sets out and waits until it is as wanted. Whom the house puts back on the way gets there all the same.</summary>
    public async Task WalkUntilAsync(Func<Task> setOut, string what, string until, object? argument = null)
    {
        await setOut();
        await UntilAsync(what, until, argument);
    }

    /// <summary>Walks to a place of the floor, in tiles, by a click, and stands there in the end by the house's word, too.</summary>
    public async Task WalkToAsync(double x, double y)
    {
        const string IsThere = "at => Math.hypot(klapphaus.here.x - at.x, klapphaus.here.y - at.y) < 0.1 && !klapphaus.here.walking";
        for (var tries = 0; tries <= MostPutBacks; tries++)
        {
            await WalkUntilAsync(() => ClickFloorAsync(x, y), $"she stands at {x}, {y}", IsThere, new { x, y });
            await StandingAsync();
            if (await Page.EvaluateAsync<bool>(IsThere, new { x, y })) return;
        }
        await FailAsync(Page, $"she stands at {x}, {y}");
    }

    /// <summary>Tabs on until the control of that name has the focus.</summary>
    public async Task TabToAsync(string name)
    {
        await HasControlAsync(name);
        var met = new List<string>();
        for (var press = 0; press < MostPresses; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            met.Add(await Page.EvaluateAsync<string>(
                "() => { const el = document.activeElement; return (el === document.body ? '' : el.getAttribute('aria-label') ?? el.labels?.[0]?.innerText ?? el.innerText).trim().replace(/\\s+/g, ' '); }"));
            if (met[^1] == name) return;
        }
        Assert.Fail($"Tab does not lead {Name} to “{name}”, but to: {string.Join(" | ", met)}");
    }

    /// <summary>Waits until there is a control whose name begins so: what is to be found by Tab may be on its way yet. Whoever seeks it says that it did not come.</summary>
    public async Task HasControlAsync(string name)
    {
        try
        {
            await Page.WaitForFunctionAsync(
                """
                name => [...document.querySelectorAll('a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]')]
                  .filter(el => el.getClientRects().length > 0)
                  .some(el => [el.getAttribute('aria-label'), el.labels?.[0]?.innerText, el.innerText, el.textContent].some(each => each?.trim().replace(/\s+/g, ' ').startsWith(name)))
                """,
                name, new() { PollingInterval = 50 });
        }
        catch (TimeoutException)
        {
            // it is told where Tab leads instead
        }
    }

    /// <summary>Clicks on a place of the floor, in tiles, once the camera has come to rest.</summary>
    public async Task ClickFloorAsync(double x, double y)
    {
        await UntilAsync(
            "the camera rests",
            // on a slow machine nothing moves from one look to the next, unless something is painted between them
            """
            async () => {
              const was = klapphaus.view;
              for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
              const is = klapphaus.view;
              return was !== null && is !== null && Math.hypot(is.x - was.x, is.y - was.y) < 0.005;
            }
            """);
        var place = await Page.EvaluateAsync<Place>(
            "at => { const v = klapphaus.view; return { x: v.left + (at.x - v.x) * v.scale, y: v.top + (at.y - v.y) * v.scale }; }", new { x, y });
        var hit = await Page.EvaluateAsync<bool>("at => !!document.elementFromPoint(at.x, at.y)?.closest('#floor')", new { x = place.X, y = place.Y });
        Assert.True(hit, $"The place {x}, {y} is not on the part of the floor that {Name} sees.");
        await Page.Mouse.ClickAsync((float)place.X, (float)place.Y);
    }

    /// <summary>Notes from now on where the own avatar, or another one, is drawn in each frame.</summary>
    public Task FollowWithTheEyesAsync(string? other = null) => Page.EvaluateAsync(
        """
        other => {
          const trail = window.trail = [];
          requestAnimationFrame(function look() {
            const at = other ? klapphaus.others.find(o => o.name === other) : klapphaus.here;
            if (at) trail.push({ x: at.x, y: at.y });
            if (trail === window.trail) requestAnimationFrame(look);
          });
        }
        """,
        other);

    public Task<Place[]> TrailAsync() => Page.EvaluateAsync<Place[]>("() => window.trail");

    /// <summary>Waits until a condition on the page holds; a failure says who waited for what and what was there instead.</summary>
    public Task UntilAsync(string what, string condition, object? argument = null) => UntilAsync(Page, what, condition, argument);

    public async Task UntilAsync(IPage page, string what, string condition, object? argument = null)
    {
        try
        {
            if (condition.StartsWith("async", StringComparison.Ordinal)) await UntilPromisedAsync(page, condition, argument);
            else await page.WaitForFunctionAsync(condition, argument, new() { PollingInterval = 50 });
        }
        catch (TimeoutException)
        {
            await FailAsync(page, what);
        }
    }

    async Task FailAsync(IPage page, string what)
    {
        var instead = await page.EvaluateAsync<string>(
            """
            () => JSON.stringify({ ...klapphaus, line: klapphaus.line, room: klapphaus.room, here: klapphaus.here, others: klapphaus.others.slice(0, 8), view: klapphaus.view,
              people: klapphaus.people.length, news: document.querySelector('p.news')?.innerText, focus: document.activeElement?.outerHTML.slice(0, 120) })
            """);
        Assert.Fail($"{Name} waited until {what}. Instead: {instead}");
    }

    /// <summary>The browser's own wait takes a promise itself for a yes.</summary>
    static async Task UntilPromisedAsync(IPage page, string condition, object? argument)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await page.EvaluateAsync<bool>(condition, argument); await Task.Delay(TimeSpan.FromMilliseconds(50)))
            if (TimeProvider.System.GetElapsedTime(since).TotalMilliseconds > Chromium.Patience) throw new TimeoutException();
    }

    /// <summary>Takes a kind of complaint of the browser for what the test provokes.</summary>
    public void Forgive(string complaint) => forgiven.Add(new Regex(complaint, RegexOptions.Singleline, TimeSpan.FromSeconds(1)));

    /// <summary>The house will not answer for a while; the browser says so in its console.</summary>
    public void ExpectSilence()
    {
        Forgive("net::ERR_");
        Forgive("^WebSocket connection to ");
        Forgive("status of 50[0-9]");
    }

    /// <summary>Leaves the house, so that no avatar waits for a lost line, and closes the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var page in context.Pages)
        {
            try
            {
                await page.EvaluateAsync("() => document.querySelector('#actions .leave')?.click()");
                // as long as anything may take: whoever has not left yet is met by the next test
                await page.WaitForFunctionAsync("() => window.klapphaus?.line !== 'connected'", null, new() { PollingInterval = 50 });
            }
            catch (Exception e) when (e is TimeoutException or PlaywrightException)
            {
                // the page is past answering; the house notices by itself
            }
        }
        await context.CloseAsync();
    }

    void Watch(IPage page)
    {
        page.Console += (_, message) => { if (message.Type == "error") Complain($"{message.Text} {message.Location}"); };
        page.PageError += (_, error) => Complain($"thrown: {error}");
        page.WebSocket += (_, socket) => CheckHost(socket.Url);
    }

    void CheckHost(string url)
    {
        var asked = new Uri(url);
        if (asked.Scheme is "data" or "blob" or "about") return;
        lock (troubles) Asked.Add(asked);
        if (asked.Authority != house.Authority) Complain($"asked another host: {url}");
    }

    void Complain(string complaint)
    {
        if (forgiven.Exists(each => each.IsMatch(complaint))) return;
        lock (troubles) troubles.Add($"{Name}: {complaint}");
    }
}
