namespace Klapphaus.Grains.Members;

/// <summary>A member signs in.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.SessionOpening")]
public sealed record SessionOpening
{
    [Id(0)] public required string Session { get; init; }
    [Id(1)] public required DateTimeOffset Until { get; init; }
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public required string Affiliation { get; init; }
    [Id(4)] public required string Role { get; init; }
    /// <summary><c>visitor</c>, <c>invitation:</c> with its id, or <c>openid</c>.</summary>
    [Id(5)] public required string Origin { get; init; }
    [Id(6)] public bool Verified { get; init; }
    /// <summary>The session that vouches for this one: it must still go on. Empty for none.</summary>
    [Id(7)] public string By { get; init; } = "";

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => Origin;
}
