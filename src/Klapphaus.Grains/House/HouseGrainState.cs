namespace Klapphaus.Grains.House;

/// <summary>What is kept of the house: the order of its rooms. The plans themselves are with the rooms.</summary>
[GenerateSerializer]
[Alias("Klapphaus.HouseGrainState")]
public sealed class HouseGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    [Id(1)] public List<RoomInfo> Rooms { get; set; } = [];
    [Id(2)] public string Start { get; set; } = "";
    [Id(3)] public Dictionary<string, string> Names { get; set; } = new() { ["de"] = "Klapphaus" };
    [Id(4)] public string Language { get; set; } = "de";
}
