namespace Klapphaus.Contracts;

/// <summary>The identity provider of the network, as people know it.</summary>
public sealed record ProviderView
{
    /// <summary>What the button says after "Sign in with".</summary>
    public required string Name { get; init; }
}
