namespace Klapphaus.Server.Presence;

/// <summary>How a member can be met, by the last half minute.</summary>
enum Nearness
{
    /// <summary>The store does not say.</summary>
    Unknown,
    /// <summary>Has no connection.</summary>
    Away,
    /// <summary>Is not in the house, and is called by a program.</summary>
    Reachable,
    /// <summary>Is in the house, by whichever window.</summary>
    InHouse,
}
