namespace Klapphaus.World.Files;

/// <summary>What the end of a zip says about its directory.</summary>
/// <param name="Offset">Where the directory begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Entries">How many files it lists.</param>
public readonly record struct ZipEnd(long Offset, int Length, int Entries);
