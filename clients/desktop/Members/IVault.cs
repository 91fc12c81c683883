using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>Keeps one sign-in where other users of the machine do not get at it.</summary>
interface IVault
{
    Task<VaultReading> ReadAsync(CancellationToken cancellation);

    /// <summary>Keeps it in place of one from before. <see cref="Sentence.None"/>, or why it could not.</summary>
    Task<Sentence> KeepAsync(Credential credential, CancellationToken cancellation);

    Task EmptyAsync(CancellationToken cancellation);
}
