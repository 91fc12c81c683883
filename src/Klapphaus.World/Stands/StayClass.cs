namespace Klapphaus.World.Stands;

/// <summary>How long somebody stayed at a stand on one day, all in all.</summary>
public enum StayClass
{
    UnderOneMinute,
    UnderFive,
    UnderFifteen,
    UnderSixty,
    Longer,
}
