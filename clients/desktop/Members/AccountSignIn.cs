using Klapphaus.Contracts;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>
/// Signs in with the account of the network's identity provider, in the system's browser (RFC 8252). The house leads there and back, and at the end to this program
/// with a code that is worth nothing without the verifier. So what others on the machine could see of it, the address with challenge and state, lets nobody in as
/// this member.
/// </summary>
sealed class AccountSignIn(HouseApi house, Action<Sentence, object[]> say, TimeProvider time)
{
    /// <summary>People look for their password, and for the telephone with the second factor.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Leads somebody through it.</summary>
    /// <returns>The session with its token; with <see cref="ErrorCode.SignInFailed"/> when nobody came back in time.</returns>
    public async Task<HouseAnswer<SessionView>> RunAsync(CancellationToken cancellation)
    {
        var (proof, state) = (new ProofKey(), ProofKey.Random());
        using var listener = new LoopbackListener(state, time);
        var address = new Uri($"{house.House.AbsoluteUri.TrimEnd('/')}/api/sign-in/openid?loopback={listener.Port}&challenge={proof.Challenge}&state={state}");
        say(SystemBrowser.Open(address) ? Sentence.BrowserOpened : Sentence.BrowserMissing, [address.AbsoluteUri]);
        using var late = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var back = await listener.WaitAsync(both.Token);
            return back.Code is { } code ? await house.RedeemAsync(code, proof.Verifier, cancellation) : new(null, back.Error);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            say(Sentence.SignInTimedOut, []);
            return new(null, ErrorCode.SignInFailed);
        }
    }
}
