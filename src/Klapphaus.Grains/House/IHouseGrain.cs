namespace Klapphaus.Grains.House;

/// <summary>The house: which rooms it has, and how full they are. There is one; its key is <see cref="TheHouse"/>.</summary>
[Alias("Klapphaus.IHouseGrain")]
public interface IHouseGrain : IGrainWithStringKey
{
    /// <summary>Key of the one house.</summary>
    const string TheHouse = "house";

    /// <summary>Takes over the operator's folder of plans. Nothing changes when there is a fault in it.</summary>
    /// <returns>The faults, a line each; none when the house is as the folder says.</returns>
    [Alias("Publish")]
    Task<string[]> Publish(HouseFiles files);

    /// <summary>The rooms in the order in which they are shown.</summary>
    [Alias("Rooms")]
    Task<RoomIndex> Rooms();

    /// <summary>
    /// A server process says how many people are in the rooms that it has feeds of, and hears what changed elsewhere.
    /// </summary>
    /// <returns>The index when it is newer than <paramref name="known"/>, else null.</returns>
    [Alias("Report")]
    Task<RoomIndex?> Report(Dictionary<string, int> people, long known);
}
