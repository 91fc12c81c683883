namespace Klapphaus.Server.Stands.Search;

/// <summary>A material of a stand: a paper, slides, a film, a link. One without topics of its own is about those of its stand.</summary>
sealed record MaterialEntry : Findable;
