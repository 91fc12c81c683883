using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>The keyring of a Linux desktop, by <c>secret-tool</c>.</summary>
/// <param name="account">Tells several installations of one user apart.</param>
/// <param name="time">To give up by.</param>
sealed class SecretServiceVault(string account, TimeProvider time) : IVault
{
    const string Program = "secret-tool";

    /// <summary>People may have to type the keyring's password first.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    string[] Which => ["service", "klapphaus-desktop", "account", account];

    public async Task<VaultReading> ReadAsync(CancellationToken cancellation) =>
        await RunAsync(["lookup", .. Which], "", cancellation) is { Length: > 0 } text && CredentialText.Read(text) is { } credential ? new(credential) : new(null);

    public async Task<Sentence> KeepAsync(Credential credential, CancellationToken cancellation)
    {
        var stored = await RunAsync(["store", "--label=Klapphaus", .. Which], CredentialText.Write(credential), cancellation) is not null;
        // a keyring without a daemon behind it may say yes and keep nothing
        return stored && (await ReadAsync(cancellation)).Credential is { } kept && kept.Token.Reveal() == credential.Token.Reveal() ? Sentence.None : Sentence.VaultUnavailable;
    }

    public async Task EmptyAsync(CancellationToken cancellation) => await RunAsync(["clear", .. Which], "", cancellation);

    async Task<string?> RunAsync(string[] arguments, string input, CancellationToken cancellation) =>
        await Tool.RunAsync(Program, arguments, input, patience, time, cancellation) is { Code: 0 } run ? run.Output : null;
}
