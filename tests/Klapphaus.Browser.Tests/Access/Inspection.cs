using Deque.AxeCore.Commons;
using Klapphaus.Browser.Tests.Stage;

namespace Klapphaus.Browser.Tests.Access;

/// <summary>Looks at screens, takes a picture of each into <c>screenshots</c> beside the tests, and keeps what is wrong with them.</summary>
sealed class Inspection
{
    /// <summary>The rules, run in the page itself: a page that is looked at often gets them once, and no other page is opened to collect what they found.</summary>
    static readonly string axe = new BundledAxeScriptProvider().GetScript();

    readonly List<string> faults = [];

    public async Task LookAsync(Person person, string screen)
    {
        await person.Page.EvaluateAsync("() => document.fonts.ready");
        // out of the way of everything that shows more when pointed at
        await person.Page.Mouse.MoveAsync(0, 0);
        // of a page that is read from top to bottom, all of it; the house itself is no longer than the window
        var isPage = await person.Page.Locator("#floor").CountAsync() == 0;
        await person.Page.ScreenshotAsync(new() { FullPage = isPage, Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{screen}-{person.Device}.png") });
        if (!await person.Page.EvaluateAsync<bool>("() => 'axe' in window")) await person.Page.EvaluateAsync($"() => {{ {axe} }}");
        var broken = await person.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const { violations, passes } = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'],
              });
              if (!passes.some(rule => rule.id === 'target-size' || rule.id === 'color-contrast')) throw new Error('The rules were not run.');
              return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}, ${rule.help}: ${node.html} ${node.failureSummary}`));
            }
            """);
        faults.AddRange(broken.Select(what => $"{screen}, {person.Device}: {what}"));
        var cut = await person.Page.EvaluateAsync<string[]>(
            """
            () => [
              ...(document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the window'] : []),
              ...(document.querySelector('#floor') && document.documentElement.scrollHeight > innerHeight ? ['the house is taller than the window'] : []),
              ...[...document.querySelectorAll('button, h1, h2, h3, label, .line, .count')]
                .filter(el => el.getClientRects().length > 0 && getComputedStyle(el).clipPath === 'none' && el.scrollWidth > el.clientWidth + 1)
                .map(el => `words are cut: ${el.innerText}`),
            ]
            """);
        faults.AddRange(cut.Select(what => $"{screen}, {person.Device}: {what}"));
    }

    public void AssertFaultless() => Assert.True(faults.Count == 0, string.Join('\n', faults));
}
