namespace Klapphaus.World.Stands;

/// <summary>What is kept of who came to a stand.</summary>
public sealed class StandFigures
{
    /// <summary>The day that is not over yet; null before anybody came.</summary>
    public DaySheet? Today { get; set; }

    /// <summary>Days of which too little is known to show them yet; null when there are none.</summary>
    public StandPeriod? Growing { get; set; }

    /// <summary>What is shown, the oldest first.</summary>
    public List<StandPeriod> Periods { get; init; } = [];
}
