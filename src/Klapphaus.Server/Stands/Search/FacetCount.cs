namespace Klapphaus.Server.Stands.Search;

/// <summary>So many hits have this value.</summary>
sealed record FacetCount(string Value, int Count);
