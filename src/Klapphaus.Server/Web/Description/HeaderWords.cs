namespace Klapphaus.Server.Web.Description;

/// <summary>A header that an endpoint reads by itself, and what it means.</summary>
sealed record HeaderWords(string Name, string Meaning, bool IsNeeded);
