using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Members;

/// <summary>What is kept of a member's avatar: the room it is in and by which name, never where in it, and whether it may be spoken to.</summary>
[GenerateSerializer]
[Alias("Klapphaus.AvatarGrainState")]
public sealed class AvatarGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    [Id(1)] public string? Room { get; set; }
    [Id(2)] public Availability Availability { get; set; }
    /// <summary>What stood behind the member's name as it came into that room; 0 for none.</summary>
    [Id(3)] public int Number { get; set; }
}
