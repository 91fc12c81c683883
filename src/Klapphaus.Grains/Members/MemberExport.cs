using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Members;

/// <summary>Everything that is kept with one member.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.MemberExport")]
public sealed record MemberExport
{
    [Id(0)] public MemberProfile? Profile { get; init; }
    /// <summary>Until when each session is valid.</summary>
    [Id(1)] public DateTimeOffset[] Sessions { get; init; } = [];
    [Id(2)] public BanState? Ban { get; init; }
    /// <summary>The room that the avatar is in, or was in last.</summary>
    [Id(3)] public string? Room { get; init; }
    [Id(4)] public Availability Availability { get; init; }

    /// <summary>Members with whom it has nothing to do.</summary>
    [Id(5)] public string[] Shuns { get; init; } = [];

    /// <summary>What stood behind the member's name as it came into that room; 0 for none.</summary>
    [Id(6)] public int Number { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => "member";
}
