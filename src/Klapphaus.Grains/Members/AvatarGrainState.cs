namespace Klapphaus.Grains.Members;

/// <summary>What is kept of a member's avatar: the room it is in, never where in it.</summary>
[GenerateSerializer]
[Alias("Klapphaus.AvatarGrainState")]
public sealed class AvatarGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    [Id(1)] public string? Room { get; set; }
}
