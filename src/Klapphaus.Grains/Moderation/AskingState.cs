using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.Grains.Moderation;

/// <summary>Somebody who asks to be let into a room, as it travels; nowhere stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.AskingState")]
public sealed record AskingState
{
    [Id(0)] public required string Member { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required string Affiliation { get; init; }
    [Id(3)] public required string Role { get; init; }
    [Id(4)] public bool Verified { get; init; }
    [Id(5)] public required DateTimeOffset Since { get; init; }

    public static AskingState Of(Asking asking) => new()
    {
        Member = asking.Member,
        Name = asking.Name,
        Affiliation = asking.Affiliation,
        Role = Roles.Name(asking.Role),
        Verified = asking.Verified,
        Since = asking.Since,
    };

    public Asking ToAsking() => new(Member, Name, Affiliation, Roles.Of(Role), Verified, Since);

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => $"since {Since:O}";
}
