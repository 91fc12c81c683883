namespace Klapphaus.Grains.Members;

/// <summary>What the house knows of a member.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.MemberProfile")]
public sealed record MemberProfile
{
    /// <summary>Before the id of the invitation, in the <see cref="Origin"/> of who came by one.</summary>
    public const string InvitationOrigin = "invitation:";

    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required string Affiliation { get; init; }
    [Id(2)] public required string Role { get; init; }
    [Id(3)] public required string Origin { get; init; }
    [Id(4)] public bool Verified { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => Origin;
}
