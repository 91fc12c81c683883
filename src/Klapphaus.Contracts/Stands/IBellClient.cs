namespace Klapphaus.Contracts;

/// <summary>What the house tells of the bells of stands, wherever in the house one is.</summary>
public interface IBellClient
{
    /// <summary>To a host: somebody at a stand wants you. It holds until <see cref="BellStops"/>.</summary>
    Task BellRang(BellRangEvent news);

    /// <summary>To a host: one is no longer wanted there.</summary>
    Task BellStops(BellStopsEvent news);

    /// <summary>To a visitor: how it is with what one has asked for.</summary>
    Task BellChanged(BellChangedEvent news);

    /// <summary>To a host: one is on duty or no longer, and how it is at the stand.</summary>
    Task StandAttended(StandAttendedEvent news);
}
