namespace Klapphaus.Grains.Members;

/// <summary>What a member finds on arriving.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Arrival")]
public sealed record Arrival
{
    /// <summary>The connection that this one takes over from, or null.</summary>
    [Id(0)] public string? Previous { get; init; }
    /// <summary>The room that the avatar is in, or null.</summary>
    [Id(1)] public string? Room { get; init; }
    /// <summary>Why it may not be here.</summary>
    [Id(2)] public ErrorCode Error { get; init; }
    [Id(3)] public BanState? Ban { get; init; }
}
