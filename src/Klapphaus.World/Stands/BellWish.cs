namespace Klapphaus.World.Stands;

/// <summary>What a visitor wants of those who staff a stand.</summary>
public enum BellWish
{
    /// <summary>That somebody comes.</summary>
    Ring,

    /// <summary>To talk with one of them alone; until they part, that host is busy.</summary>
    Talk,
}
