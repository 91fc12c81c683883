namespace Klapphaus.Server.Files;

/// <summary>The next bytes of an upload.</summary>
/// <param name="Offset">Where they belong.</param>
/// <param name="Content">They themselves, as they come in.</param>
/// <param name="Length">How many there will be; null when that is not said.</param>
/// <param name="Checksum">What they must come to; null when nothing is said.</param>
sealed record UploadPiece(long Offset, Stream Content, long? Length, UploadChecksum? Checksum);
