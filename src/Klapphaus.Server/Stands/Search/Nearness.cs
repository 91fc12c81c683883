namespace Klapphaus.Server.Stands.Search;

/// <summary>Where somebody is who wants to know what is near.</summary>
/// <param name="Room">The room they are in: what is there comes first.</param>
/// <param name="Way">How far they walk to a place of a room, in metres; infinite when no way leads there.</param>
sealed record Nearness(string Room, Func<string, string, double> Way);
