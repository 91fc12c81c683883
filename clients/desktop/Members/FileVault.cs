using System.Security.Cryptography;
using System.Text;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>A file that only its owner can read, in a folder of which the same is true; on Windows encrypted for its user besides.</summary>
sealed class FileVault(string path) : IVault
{
    public bool IsThere => File.Exists(path);

    public Task<VaultReading> ReadAsync(CancellationToken cancellation)
    {
        if (!IsThere) return Task.FromResult(new VaultReading(null));
        // whoever could read it may have; who could write it may have put another's sign-in there
        if (Array.Find([path, Path.GetDirectoryName(path)!], OwnerOnly.IsOpenToOthers) is { } open)
            return Task.FromResult(new VaultReading(null, Sentence.VaultOpenToOthers, open));
        return Task.FromResult(Open(File.ReadAllBytes(path)) is { } text && CredentialText.Read(text) is { } credential
            ? new VaultReading(credential)
            : new VaultReading(null, Sentence.VaultUnreadable, path));
    }

    public Task<Sentence> KeepAsync(Credential credential, CancellationToken cancellation)
    {
        var text = Encoding.ASCII.GetBytes(CredentialText.Write(credential));
        OwnerOnly.Write(path, OperatingSystem.IsWindows() ? ProtectedData.Protect(text, null, DataProtectionScope.CurrentUser) : text);
        return Task.FromResult(Sentence.None);
    }

    public Task EmptyAsync(CancellationToken cancellation)
    {
        if (IsThere) File.Delete(path);
        return Task.CompletedTask;
    }

    static string? Open(byte[] content)
    {
        if (!OperatingSystem.IsWindows()) return Encoding.ASCII.GetString(content);
        try
        {
            return Encoding.ASCII.GetString(ProtectedData.Unprotect(content, null, DataProtectionScope.CurrentUser));
        }
        catch (CryptographicException)
        {
            return null; // another user's, or from before the password was reset by somebody else
        }
    }
}
