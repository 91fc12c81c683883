using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>What somebody sits in front of.</summary>
public sealed record Device(string Name, string Language = "de-DE", bool Dark = false, int Width = 1366, int Height = 768, bool Still = false)
{
    public static readonly Device Usual = new("de-light-1366x768");

    /// <summary>Four devices in which every pair of language, theme and size occurs.</summary>
    public static readonly Device[] Pairs =
    [
        Usual,
        new("de-dark-390x844", Dark: true, Width: 390, Height: 844),
        new("en-light-390x844", "en-GB", Width: 390, Height: 844),
        new("en-dark-1366x768", "en-GB", Dark: true),
    ];

    /// <summary>Two in which each language, theme and size occurs, for screens that are made of parts that all four have seen.</summary>
    public static readonly Device[] Opposites = [Usual, new("en-dark-390x844", "en-GB", Dark: true, Width: 390, Height: 844)];

    public BrowserNewContextOptions Options => new()
    {
        Locale = Language,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = Still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        ViewportSize = new() { Width = Width, Height = Height },
    };

    public override string ToString() => Name;
}
