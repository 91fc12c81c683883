namespace Klapphaus.Server.Stands.Search;

/// <summary>
/// How many hits there are of each sort. The count of a sort heeds all filters but its own, so that it tells what another choice would lead to.
/// </summary>
/// <param name="Stands">Hits that are stands.</param>
/// <param name="Materials">Hits that are materials.</param>
/// <param name="Staffed">Hits at stands where somebody is now.</param>
/// <param name="Rooms">By id of the room, the most first.</param>
/// <param name="Topics">By topic, the most first.</param>
/// <param name="Challenges">By challenge that a solution is named for, the most first.</param>
/// <param name="Languages">By language, the most first.</param>
sealed record StandFacets(
    int Stands, int Materials, int Staffed, IReadOnlyList<FacetCount> Rooms, IReadOnlyList<FacetCount> Topics, IReadOnlyList<FacetCount> Challenges,
    IReadOnlyList<FacetCount> Languages);
