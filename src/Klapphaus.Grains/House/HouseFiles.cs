namespace Klapphaus.Grains.House;

/// <summary>The folder of a house as it stands on disk.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.HouseFiles")]
public sealed class HouseFiles
{
    /// <summary>Text of house.json.</summary>
    [Id(0)] public required string Settings { get; init; }
    /// <summary>Text of each .tmj by file name without extension.</summary>
    [Id(1)] public required Dictionary<string, string> Plans { get; init; }
}
