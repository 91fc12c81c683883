using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>The keychain of macOS, by <c>security -i</c>, which reads its commands, and so the secret in one of them, from its standard input.</summary>
/// <param name="account">Tells several installations of one user apart.</param>
/// <param name="time">To give up by.</param>
sealed class KeychainVault(string account, TimeProvider time) : IVault
{
    /// <summary>People may have to type the keychain's password first.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    static readonly string[] fromInput = ["-i"];

    // Within a command words are put in quotes, in which the backslash is special.
    string Which => $"-s klapphaus-desktop -a \"{account.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public async Task<VaultReading> ReadAsync(CancellationToken cancellation) =>
        await RunAsync($"find-generic-password {Which} -w", cancellation) is { Length: > 0 } text && CredentialText.Read(text) is { } credential ? new(credential) : new(null);

    public async Task<Sentence> KeepAsync(Credential credential, CancellationToken cancellation)
    {
        await RunAsync($"add-generic-password -U {Which} -w {CredentialText.Write(credential)}", cancellation);
        // "security -i" ends well whatever became of its commands
        return (await ReadAsync(cancellation)).Credential is { } kept && kept.Token.Reveal() == credential.Token.Reveal() ? Sentence.None : Sentence.VaultUnavailable;
    }

    public async Task EmptyAsync(CancellationToken cancellation) => await RunAsync($"delete-generic-password {Which}", cancellation);

    async Task<string?> RunAsync(string command, CancellationToken cancellation) =>
        await Tool.RunAsync("security", fromInput, command + "\n", patience, time, cancellation) is { Code: 0 } run ? run.Output : null;
}
