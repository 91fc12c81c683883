namespace Klapphaus.Server.Web.Description;

/// <summary>A body that an endpoint reads by itself: of what kind it is, and what stands in it.</summary>
sealed record BodyWords(string ContentType, string Meaning);
