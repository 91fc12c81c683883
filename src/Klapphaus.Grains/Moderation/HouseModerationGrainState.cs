using Klapphaus.Grains.Members;

namespace Klapphaus.Grains.Moderation;

/// <summary>What is kept: who may not be in the house, and what was reported.</summary>
[GenerateSerializer]
[Alias("Klapphaus.HouseModerationGrainState")]
public sealed class HouseModerationGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    /// <summary>By member; each stands with the member itself as well.</summary>
    [Id(1)] public Dictionary<string, BanState> Bans { get; set; } = [];
    [Id(2)] public List<Report> Reports { get; set; } = [];
    [Id(3)] public long LastReport { get; set; }
}
