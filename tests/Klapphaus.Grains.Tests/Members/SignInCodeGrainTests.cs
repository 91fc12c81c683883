using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Tests.Stands;

namespace Klapphaus.Grains.Tests.Members;

/// <summary>A code is good once, for a while, and with its verifier; by a clock that the test moves.</summary>
public class SignInCodeGrainTests(ClockedHouse house) : IClassFixture<ClockedHouse>
{
    static readonly TimeSpan lifetime = TimeSpan.FromSeconds(60);

    ISignInCodeGrain Code(out SignInGrant grant, string challenge = "")
    {
        grant = new()
        {
            Member = "ada", Name = "Ada", Affiliation = "Unna", Role = "member", Origin = "openid", Verified = true, Rooms = ["halle"], Session = "s", Challenge = challenge, Expires = house.Now + lifetime,
        };
        return house.Grains.GetGrain<ISignInCodeGrain>(Guid.NewGuid().ToString("N"));
    }

    static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    [Fact]
    public async Task ACodeIsGoodOnceForAllThatItWasGivenFor()
    {
        var code = Code(out var grant);
        await code.Give(grant);
        var redeemed = (await code.Redeem("")).Grant;
        Assert.Equal((grant.Member, grant.Name, grant.Affiliation, grant.Role, grant.Origin), (redeemed!.Member, redeemed.Name, redeemed.Affiliation, redeemed.Role, redeemed.Origin));
        Assert.Equal((true, "s", "halle"), (redeemed.Verified, redeemed.Session, Assert.Single(redeemed.Rooms)));
        Assert.Equal(new(), await code.Redeem(""));
    }

    [Fact]
    public async Task WhoIsAnotherIsAskedFirstAndTheCodeStaysGood()
    {
        var verifier = new string('v', 43);
        var code = Code(out var grant, ChallengeOf(verifier));
        await code.Give(grant);
        for (var asked = 0; asked < 2; asked++) Assert.Equal(new() { IsAnothers = true }, await code.Redeem(verifier, "bo"));
        Assert.NotNull((await code.Redeem(verifier, "ada")).Grant);
        Assert.Equal(new(), await code.Redeem(verifier, "bo"));

        // who has not the verifier is told nothing of whose it is
        var stolen = Code(out var theirs, ChallengeOf(verifier));
        await stolen.Give(theirs);
        Assert.Equal(new(), await stolen.Redeem("", "bo"));
        Assert.Equal(new(), await stolen.Redeem(verifier));
    }

    [Fact]
    public async Task OfManyWhoUseItAtOnceOneIsFirst()
    {
        var code = Code(out var grant);
        await code.Give(grant);
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => code.Redeem(""))), redeemed => redeemed.Grant is not null);
    }

    [Fact]
    public async Task ACodeThatNobodyHasGivenIsNone() => Assert.Equal(new(), await Code(out _).Redeem(""));

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(3_600, false)]
    public async Task ACodeIsOverAfterAWhile(int seconds, bool isGood)
    {
        var code = Code(out var grant);
        await code.Give(grant);
        house.Passes(TimeSpan.FromSeconds(seconds));
        Assert.Equal(isGood, (await code.Redeem("")).Grant is not null);
    }

    [Fact]
    public async Task WithAChallengeItTakesTheVerifierAndThereIsOneTry()
    {
        var verifier = new string('v', 43);
        var code = Code(out var grant, ChallengeOf(verifier));
        await code.Give(grant);
        Assert.NotNull((await code.Redeem(verifier)).Grant);
        foreach (var wrong in new[] { "", new string('w', 43), verifier + "v", grant.Challenge })
        {
            var stolen = Code(out var theirs, ChallengeOf(verifier));
            await stolen.Give(theirs);
            Assert.Null((await stolen.Redeem(wrong)).Grant);
            Assert.Null((await stolen.Redeem(verifier)).Grant);
        }
    }
}
