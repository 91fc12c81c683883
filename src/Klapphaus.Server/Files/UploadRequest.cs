namespace Klapphaus.Server.Files;

/// <summary>An upload that somebody wants to begin.</summary>
/// <param name="Stand">Into which.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Name">As the sender's machine calls it.</param>
/// <param name="Metadata">What the sender says about it, as it was said.</param>
sealed record UploadRequest(string Stand, long Length, string Name, string Metadata);
