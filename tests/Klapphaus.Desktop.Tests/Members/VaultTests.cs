using System.Runtime.Versioning;
using Klapphaus.Contracts;
using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Start;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Members;

/// <summary>The file in which a sign-in is kept where there is no keyring. On Unix; on Windows its user's folder is closed by itself.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class VaultTests : IDisposable
{
    const string Secret = "geheim-und-lang-0123456789";

    readonly TemporaryFolder folder = new();

    string Place => Path.Combine(folder.Path, "klapphaus-desktop", "session");

    FileVault Vault => new(Place);

    static Credential Ada => new(new("https://haus.example/"), new(Secret), new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task WhatIsKeptIsFoundAgain()
    {
        Assert.Equal(Sentence.None, await Vault.KeepAsync(Ada, default));
        var found = (await Vault.ReadAsync(default)).Credential!;
        Assert.Equal((Ada.House, Secret, Ada.Since), (found.House, found.Token.Reveal(), found.Since));
    }

    [Fact]
    public async Task NobodyElseGetsAtIt()
    {
        await Vault.KeepAsync(Ada, default);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Place)!));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task AFileThatOthersCanReadIsNotUsed(UnixFileMode more)
    {
        await Vault.KeepAsync(Ada, default);
        File.SetUnixFileMode(Place, File.GetUnixFileMode(Place) | more);
        var reading = await Vault.ReadAsync(default);
        Assert.Null(reading.Credential);
        Assert.Equal((Sentence.VaultOpenToOthers, Place), (reading.Trouble, reading.Place));
    }

    [Fact]
    public async Task NorOneInAFolderThatOthersCanEnter()
    {
        await Vault.KeepAsync(Ada, default);
        var place = Path.GetDirectoryName(Place)!;
        File.SetUnixFileMode(place, File.GetUnixFileMode(place) | UnixFileMode.OtherExecute);
        Assert.Equal(Sentence.VaultOpenToOthers, (await Vault.ReadAsync(default)).Trouble);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nicht von uns")]
    [InlineData("e30=")]
    public async Task WhatCannotBeReadIsNoSignIn(string content)
    {
        OwnerOnly.Write(Place, System.Text.Encoding.ASCII.GetBytes(content));
        Assert.Equal(Sentence.VaultUnreadable, (await Vault.ReadAsync(default)).Trouble);
    }

    [Fact]
    public async Task AnEmptiedVaultIsEmpty()
    {
        await Vault.KeepAsync(Ada, default);
        await Vault.EmptyAsync(default);
        Assert.Equal(new VaultReading(null), await Vault.ReadAsync(default));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    public async Task WithoutAKeyringTheFileIsUsed()
    {
        var vault = new Vault(new SecretServiceVault(folder.Path, TimeProvider.System), Vault);
        Assert.Equal(Sentence.None, await vault.KeepAsync(Ada, default));
        Assert.Equal(Secret, (await vault.ReadAsync(default)).Credential!.Token.Reveal());
        await vault.EmptyAsync(default);
        Assert.Null((await vault.ReadAsync(default)).Credential);
    }

    [Fact]
    public void TheSecretShowsInNoText()
    {
        var session = new SessionView { Id = "1", Name = "Ada", Affiliation = "", Role = "member", Token = Secret };
        object[] things =
        [
            Ada, Ada.Token, new VaultReading(Ada), new HouseAnswer<SessionView>(session), InvitationLink.Read($"https://haus.example/#invitation={Secret}")!,
            new HouseAnswer<SignInCode>(new() { Code = Secret }),
        ];
        foreach (var thing in things) Assert.DoesNotContain(Secret, thing.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://haus.example/#invitation=abc", "https://haus.example/", "abc")]
    [InlineData(" https://haus.example/?raum=halle#invitation=abc ", "https://haus.example/", "abc")]
    [InlineData("https://haus.example/#raum=halle&invitation=a%2Bb", "https://haus.example/", "a+b")]
    public void InvitationLinksAreRead(string text, string house, string invitation)
    {
        var link = InvitationLink.Read(text)!;
        Assert.Equal((new Uri(house), invitation), (link.House, link.Invitation));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("https://haus.example/")]
    [InlineData("https://haus.example/#invitation=")]
    [InlineData("http://haus.example/#invitation=abc")]
    [InlineData("https://ada:x@haus.example/#invitation=abc")]
    public void WhatIsNoInvitationIsRefused(string text) => Assert.Null(InvitationLink.Read(text));
}
