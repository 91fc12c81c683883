namespace Klapphaus.World.Stands;

/// <summary>How somebody who has left a question wants to be answered.</summary>
public enum CallBack
{
    /// <summary>In the house, in writing.</summary>
    None,

    /// <summary>In the house, by being called when both are there.</summary>
    InHouse,
    Email,
    Telephone,
}
