namespace Klapphaus.Grains.Members;

/// <summary>What came of a code that somebody has used.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Redemption")]
public sealed record Redemption
{
    /// <summary>What it was good for, and is used up for; null when it was good for nothing.</summary>
    [Id(0)] public SignInGrant? Grant { get; init; }
    /// <summary>It is good, and for somebody else than whom it was used for: nothing has become of it, and it can be used again.</summary>
    [Id(1)] public bool IsAnothers { get; init; }
}
