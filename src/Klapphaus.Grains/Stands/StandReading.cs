namespace Klapphaus.Grains.Stands;

/// <summary>A stand as the one who asks may see it, and what they may do at it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandReading")]
public sealed record StandReading
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>Null when it may not be seen.</summary>
    [Id(1)] public StandPlace? Place { get; init; }
    /// <summary>By their names, without materials that may not be seen.</summary>
    [Id(2)] public Dictionary<string, FieldState> Fields { get; init; } = [];
    [Id(3)] public bool Published { get; init; }
    /// <summary>Why it is offline; null when it is not.</summary>
    [Id(4)] public TakedownState? Down { get; init; }
    /// <summary>Why materials among those are offline, by their ids.</summary>
    [Id(5)] public Dictionary<string, TakedownState> DownMaterials { get; init; } = [];
    [Id(6)] public bool MayEdit { get; init; }
    [Id(7)] public bool MayPublish { get; init; }
    [Id(8)] public bool MayNameHosts { get; init; }
    [Id(9)] public bool MayModerate { get; init; }
    [Id(10)] public bool MayReadEnquiries { get; init; }
    [Id(11)] public bool MayStaff { get; init; }
    [Id(20)] public bool MaySeeFigures { get; init; }
}
