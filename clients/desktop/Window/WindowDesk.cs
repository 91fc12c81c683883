using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Window;

/// <summary>Opens the window as the member who is signed in here, without the browser ever seeing this program's own token.</summary>
sealed class WindowDesk(WindowProcess window)
{
    public bool IsOpen => window.IsOpen;

    /// <summary>Why it could not be opened now; empty when it can be tried.</summary>
    /// <param name="browser">That the settings name, or null.</param>
    public Phrase Trouble(string? browser) => new(window.Trouble(browser));

    /// <summary>Opens it at a destination.</summary>
    /// <param name="house">Where one is signed in.</param>
    /// <param name="token">Of the sign-in.</param>
    /// <param name="destination">Where in the house.</param>
    /// <param name="browser">That the settings name, or null.</param>
    /// <param name="cancellation">To give up before it opens.</param>
    /// <returns>An empty phrase, or why it did not open.</returns>
    public async Task<Phrase> OpenAsync(HouseApi house, AccessToken token, Destination destination, string? browser, CancellationToken cancellation)
    {
        var code = await house.CodeAsync(token, cancellation);
        if (code.Value is null) return Refusals.Of(code.Error, code.Detail);
        return new(await window.OpenAsync(destination.PageIn(house.House, code.Value.Code), browser, house.Language));
    }
}
