namespace Klapphaus.Server.Web.Description;

/// <summary>What a parameter means, and its bounds: those of a number, or those of the number of characters in a text.</summary>
sealed record ParameterWords(string Name, string Meaning, long? Least, long? Most);
