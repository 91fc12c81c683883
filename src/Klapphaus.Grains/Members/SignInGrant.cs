namespace Klapphaus.Grains.Members;

/// <summary>Who comes in by a code, as the house knew them when it gave the code.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.SignInGrant")]
public sealed record SignInGrant
{
    /// <summary>Id of the member.</summary>
    [Id(0)] public required string Member { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required string Affiliation { get; init; }
    [Id(3)] public required string Role { get; init; }
    /// <summary><c>visitor</c>, <c>invitation:</c> with its id, or <c>openid</c>.</summary>
    [Id(4)] public required string Origin { get; init; }
    [Id(5)] public bool Verified { get; init; }
    /// <summary>The only rooms that it may enter; empty for no such limit.</summary>
    [Id(6)] public string[] Rooms { get; init; } = [];
    /// <summary>The session by which the code was asked for; empty where the identity provider vouches instead.</summary>
    [Id(7)] public string Session { get; init; } = "";
    /// <summary>What the verifier must be made of (<see cref="ISignInCodeGrain.Redeem"/>): its SHA-256 in base64url. Empty where none is asked for.</summary>
    [Id(8)] public string Challenge { get; init; } = "";
    [Id(9)] public required DateTimeOffset Expires { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => Origin;
}
