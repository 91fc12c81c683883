namespace Klapphaus.World.Files;

/// <summary>A file in a zip, as the zip's directory declares it.</summary>
/// <param name="Name">With its folders, by forward slashes.</param>
/// <param name="Method">How it is packed: 0 for not at all, 8 for deflated.</param>
/// <param name="Encrypted">It needs a password.</param>
/// <param name="Packed">Bytes in the zip.</param>
/// <param name="Unpacked">Bytes that come out.</param>
/// <param name="Offset">Where it begins in the zip.</param>
public readonly record struct ZipEntry(string Name, int Method, bool Encrypted, long Packed, long Unpacked, long Offset);
