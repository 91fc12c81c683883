using Klapphaus.Grains.Members;

namespace Klapphaus.Grains.Moderation;

/// <summary>What became of a ban.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.BanAnswer")]
public sealed record BanAnswer
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>As it is in force.</summary>
    [Id(1)] public BanState? Ban { get; init; }
    /// <summary>How the member came into the house, for its invitation.</summary>
    [Id(2)] public string Origin { get; init; } = "";
}
