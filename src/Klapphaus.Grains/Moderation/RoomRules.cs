using Klapphaus.Grains.Members;

namespace Klapphaus.Grains.Moderation;

/// <summary>The rules of one room, as its moderators see them.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomRules")]
public sealed record RoomRules
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public PolicyState Policy { get; init; } = new();
    /// <summary>By member.</summary>
    [Id(2)] public Dictionary<string, BanState> Bans { get; init; } = [];
    /// <summary>By member.</summary>
    [Id(3)] public Dictionary<string, RestraintState> Restraints { get; init; } = [];
    /// <summary>Who asks to be let in, first come first.</summary>
    [Id(4)] public AskingState[] Asking { get; init; } = [];
}
