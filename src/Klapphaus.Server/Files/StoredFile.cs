namespace Klapphaus.Server.Files;

/// <summary>Something that is kept.</summary>
/// <param name="Id">Of a file, or of a smaller picture of one.</param>
/// <param name="Length">Bytes.</param>
/// <param name="WrittenAt">Since when it is kept.</param>
sealed record StoredFile(string Id, long Length, DateTimeOffset WrittenAt);
