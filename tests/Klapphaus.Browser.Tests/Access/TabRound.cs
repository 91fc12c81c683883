using Klapphaus.Browser.Tests.Stage;

namespace Klapphaus.Browser.Tests.Access;

/// <summary>Once around a screen by the key Tab: each control is reached, shows that it has the focus, and is to be seen while it has it.</summary>
static class TabRound
{
    /// <summary>Stops outside of the page, between its end and its beginning, and those of a date, which has one for each of its parts.</summary>
    const int OtherStops = 20;

    /// <summary>So often a round begins anew, since what came late, as an answer of the house, has put away a control, or moved one under the edge just as it had the focus.</summary>
    const int MostRounds = 3;

    const string Covered = "is covered";

    public static async Task AssertReachesEverythingAsync(Person person)
    {
        for (var round = 1; ; round++)
        {
            var (faults, isSame) = await GoRoundAsync(person);
            if (faults.Count == 0 && isSame) return;
            // what is not there any more is reached by nobody; what is covered by its place is so again
            if (round < MostRounds && (!isSame || faults.TrueForAll(fault => fault.StartsWith(Covered, StringComparison.Ordinal)))) continue;
            Assert.True(faults.Count == 0, string.Join('\n', faults));
            return;
        }
    }

    /// <summary>What is wrong, and whether all that was to be reached is still there.</summary>
    static async Task<(List<string> Faults, bool IsSame)> GoRoundAsync(Person person)
    {
        var controls = await person.Page.EvaluateAsync<string[]>(
            """
            () => {
              // what is folded away has a place in the layout, too
              const shown = el => el.getClientRects().length > 0 && el.checkVisibility({ visibilityProperty: true });
              window.controls = [...document.querySelectorAll('a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]')]
                .filter(shown).filter(el => el.type !== 'radio' || el.checked);
              return window.controls.map(el => el.outerHTML.slice(0, 100));
            }
            """);
        Assert.NotEmpty(controls);
        var reached = new HashSet<int>();
        var faults = new List<string>();
        // once around; the start is somewhere in the middle
        for (var press = 0; press < controls.Length + OtherStops && reached.Count < controls.Length; press++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            var focused = await person.Page.EvaluateAsync<Focused>(
                """
                () => {
                  const el = document.activeElement;
                  const box = el.getBoundingClientRect();
                  const style = getComputedStyle(el);
                  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
                  const uncovered = shares.some(a => shares.some(b => {
                    const hit = document.elementFromPoint(box.x + box.width * a, box.y + box.height * b);
                    return hit && (el.contains(hit) || hit.contains(el) && hit !== document.body && hit !== document.documentElement);
                  }));
                  const over = uncovered ? '' : `${Math.round(box.x)},${Math.round(box.y)} ${Math.round(box.width)} x ${Math.round(box.height)} by ${document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.outerHTML.slice(0, 100)}`;
                  return { over, control: window.controls.indexOf(el), marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, uncovered };
                }
                """);
            if (focused.Control < 0 || !reached.Add(focused.Control)) continue;
            if (!focused.Marked) faults.Add($"shows no focus: {controls[focused.Control]}");
            if (!focused.Uncovered) faults.Add($"{Covered} while it has the focus: {controls[focused.Control]} at {focused.Over}");
        }
        faults.AddRange(controls.Where((_, i) => !reached.Contains(i)).Select(control => $"is not reached: {control}"));
        return (faults, await person.Page.EvaluateAsync<bool>("() => window.controls.every(el => el.isConnected)"));
    }

    sealed class Focused
    {
        /// <summary>Where it is, and what stands in front of it.</summary>
        [System.Text.Json.Serialization.JsonPropertyName("over")]
        public string Over { get; set; } = "";

        [System.Text.Json.Serialization.JsonPropertyName("control")]
        public int Control { get; set; }

        [System.Text.Json.Serialization.JsonPropertyName("marked")]
        public bool Marked { get; set; }

        [System.Text.Json.Serialization.JsonPropertyName("uncovered")]
        public bool Uncovered { get; set; }
    }
}
