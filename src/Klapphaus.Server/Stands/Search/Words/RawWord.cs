namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>A word of a text: where it stands, and its plain form, in which all ways to write it are one.</summary>
readonly record struct RawWord(int Start, int Length, string Plain);
