namespace Klapphaus.Grains.House;

/// <summary>The folder of a house as it stands on disk.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.HouseFiles")]
public sealed class HouseFiles
{
    /// <summary>Content of house.json.</summary>
    [Id(0)] public required byte[] Settings { get; init; }
    /// <summary>Content of each plan by file name.</summary>
    [Id(1)] public required Dictionary<string, byte[]> Plans { get; init; }
}
