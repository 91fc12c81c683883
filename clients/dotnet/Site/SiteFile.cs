namespace Klapphaus.Client;

/// <summary>A file that was loaded.</summary>
/// <param name="Name">What the house calls it: somebody else's words, and no path to write to. Empty when it has none.</param>
/// <param name="Bytes">So many were written.</param>
public sealed record SiteFile(string Name, long Bytes);
