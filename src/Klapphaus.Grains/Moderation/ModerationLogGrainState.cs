namespace Klapphaus.Grains.Moderation;

/// <summary>What is kept of one month's moderation in one room.</summary>
[GenerateSerializer]
[Alias("Klapphaus.ModerationLogGrainState")]
public sealed class ModerationLogGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    [Id(1)] public List<LogEntry> Entries { get; set; } = [];
}
