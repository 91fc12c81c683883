using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Klapphaus.Grains.Members;

/// <summary>Keeps one code until it is used. Of two who use it at once one is first, and the other finds nothing.</summary>
[CollectionAgeLimit(Minutes = 2)] // longer than a code is good for; and whom somebody wakes up who guesses is soon gone
sealed class SignInCodeGrain(TimeProvider time) : Grain, ISignInCodeGrain
{
    SignInGrant? grant;

    public Task Give(SignInGrant grant)
    {
        this.grant = grant;
        return Task.CompletedTask;
    }

    /// <summary>It stays awake with nothing in it: whoever is second is to be told no, and not that the grain has just gone to sleep.</summary>
    public Task<Redemption> Redeem(string verifier, string onlyFor = "")
    {
        var good = grant is { } known && time.GetUtcNow() < known.Expires && IsMadeOf(known.Challenge, verifier) ? known : null;
        if (good is not null && onlyFor.Length > 0 && onlyFor != good.Member) return Task.FromResult(new Redemption { IsAnothers = true });
        grant = null;
        return Task.FromResult(new Redemption { Grant = good });
    }

    static bool IsMadeOf(string challenge, string verifier) =>
        challenge.Length == 0 || CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(challenge), Base64Url.EncodeToUtf8(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
}
