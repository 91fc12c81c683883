namespace Klapphaus.Server.Store;

/// <summary>A file in a backup.</summary>
/// <param name="Name">With forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">In hexadecimal digits.</param>
sealed record BackupPart(string Name, long Length, string Sha256);
