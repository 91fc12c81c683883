namespace Klapphaus.Server.Stands.Search;

/// <summary>A part of a text, in UTF-16 units as .NET and JavaScript count them.</summary>
readonly record struct TextRange(int Start, int Length);
