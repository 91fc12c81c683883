namespace Klapphaus.Grains.Members;

/// <summary>
/// A code by which one signs in once. The key is its SHA-256 in hexadecimal digits, so that whoever reads keys has no code. It is kept in memory alone: one that
/// is lost with its machine is asked for anew.
/// </summary>
[Alias("Klapphaus.ISignInCodeGrain")]
public interface ISignInCodeGrain : IGrainWithStringKey
{
    /// <summary>The code is good from now on, for this.</summary>
    [Alias("Give")]
    Task Give(SignInGrant grant);

    /// <summary>
    /// Uses the code up, also when nothing comes of it: who has a code and not its verifier has stolen it. It stays good only for somebody who has all of it and is to be
    /// asked first, because they are another than who it is for.
    /// </summary>
    /// <param name="verifier">Of which the challenge was made; empty where there is none.</param>
    /// <param name="onlyFor">The only member for whom it is to be used; empty for whomever it was given.</param>
    /// <returns>What it was good for; nothing when it was never given, has been used or is over, or the verifier is another's.</returns>
    [Alias("Redeem")]
    Task<Redemption> Redeem(string verifier, string onlyFor = "");
}
