using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>The platform's protected store where it works, else a file that only its owner can read.</summary>
sealed class Vault(IVault? store, FileVault file) : IVault
{
    public static Vault OfThisPlatform(Places places, TimeProvider time) => new(
        OperatingSystem.IsLinux() ? new SecretServiceVault(places.Data, time) : OperatingSystem.IsMacOS() ? new KeychainVault(places.Data, time) : null,
        new(places.VaultFile));

    public async Task<VaultReading> ReadAsync(CancellationToken cancellation) =>
        file.IsThere || store is null ? await file.ReadAsync(cancellation) : await store.ReadAsync(cancellation);

    public async Task<Sentence> KeepAsync(Credential credential, CancellationToken cancellation)
    {
        if (store is null || await store.KeepAsync(credential, cancellation) != Sentence.None) return await file.KeepAsync(credential, cancellation);
        await file.EmptyAsync(cancellation);
        return Sentence.None;
    }

    public async Task EmptyAsync(CancellationToken cancellation)
    {
        await file.EmptyAsync(cancellation);
        if (store is not null) await store.EmptyAsync(cancellation);
    }
}
