namespace Klapphaus.Desktop.Members;

/// <summary>
/// A sign-in ends some days after it was given (<c>SignIn.Lifetime</c> of the house, 14), whoever uses it. Who leaves this program running is not to be thrown out,
/// so it takes a new one at half time.
/// </summary>
static class Renewal
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(7);

    /// <summary>A younger sign-in of the same member; null when it was not time yet, or the house gave none. The one from before goes on until it is ended.</summary>
    public static async Task<Credential?> TryAsync(HouseApi house, Credential credential, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - credential.Since < Age) return null;
        if ((await house.CodeAsync(credential.Token, cancellation)).Value is not { } code) return null;
        if ((await house.RedeemAsync(code.Code, null, cancellation)).Value is not { Token: { } token }) return null;
        return new(credential.House, new(token), now);
    }
}
