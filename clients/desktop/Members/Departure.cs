using Klapphaus.Desktop.Start;
using Klapphaus.Desktop.Window;

namespace Klapphaus.Desktop.Members;

/// <summary>Signing out: the session ends at the house, and nothing of it stays on this machine.</summary>
static class Departure
{
    /// <param name="leaving">Null where nobody was signed in; then only what was left is cleared away.</param>
    /// <param name="vault">Is emptied.</param>
    /// <param name="window">Is closed, and forgets what its browser has kept.</param>
    /// <param name="language">Of the house's answers.</param>
    /// <param name="cancellation">Ends the asking, not the clearing away.</param>
    /// <returns>What there is to say about it.</returns>
    public static async Task<Phrase> RunAsync(Credential? leaving, IVault vault, WindowProcess window, string language, CancellationToken cancellation)
    {
        await vault.EmptyAsync(CancellationToken.None);
        await window.ForgetAsync();
        if (leaving is null) return new(Sentence.SignedOutBefore);
        using var house = new HouseApi(leaving.House, language);
        var error = await house.SignOutAsync(leaving.Token, cancellation);
        // who is not known there any more has no session there either
        return error is ErrorCode.None or ErrorCode.SignInNeeded or ErrorCode.SessionEnded ? new(Sentence.SignedOut) : new(Sentence.SignedOutHereOnly, leaving.House.Authority);
    }
}
