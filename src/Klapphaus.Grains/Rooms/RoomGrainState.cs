using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;

namespace Klapphaus.Grains.Rooms;

/// <summary>What is kept of a room: its plan, who may do what in it, and whom a moderator keeps out or from something. Positions are not.</summary>
[GenerateSerializer]
[Alias("Klapphaus.RoomGrainState")]
public sealed class RoomGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    [Id(1)] public RoomPlan? Plan { get; set; }
    [Id(2)] public PolicyState Policy { get; set; } = new();
    /// <summary>By member.</summary>
    [Id(3)] public Dictionary<string, BanState> Bans { get; set; } = [];
    /// <summary>By member.</summary>
    [Id(4)] public Dictionary<string, RestraintState> Restraints { get; set; } = [];
    /// <summary>Ids of the members whom moderators have let in, as long as they let people in one by one.</summary>
    [Id(5)] public List<string> LetIn { get; set; } = [];
}
