namespace Klapphaus.Grains.Members;

/// <summary>What is kept of a member: who it said to be when it last signed in, where it is signed in, and whether it may be here.</summary>
[GenerateSerializer]
[Alias("Klapphaus.MemberGrainState")]
public sealed class MemberGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    /// <summary>Null for a member that has never signed in.</summary>
    [Id(1)] public MemberProfile? Profile { get; set; }
    /// <summary>Until when each session is valid, by its id.</summary>
    [Id(2)] public Dictionary<string, DateTimeOffset> Sessions { get; set; } = [];
    [Id(3)] public BanState? Ban { get; set; }
    /// <summary>Members with whom it has nothing to do.</summary>
    [Id(4)] public List<string> Shuns { get; set; } = [];
}
