namespace Klapphaus.World.Stands;

/// <summary>A number of people, summed over days. Who comes on two days is counted twice, since nobody is known again on another day.</summary>
/// <param name="Total">The sum.</param>
/// <param name="MostOnOneDay">The largest of the days: so many different people it is about for certain.</param>
public readonly record struct Figure(int Total, int MostOnOneDay)
{
    /// <summary>It is about so many that it says nothing of one. That it is about nobody says something of everybody.</summary>
    public bool SaysNothingOfOne => MostOnOneDay >= StandStatistics.FewestPeople;

    public Figure Plus(int people) => new(Total + people, Math.Max(MostOnOneDay, people));
}
