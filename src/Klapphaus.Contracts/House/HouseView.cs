namespace Klapphaus.Contracts;

/// <summary>Answer to <c>GET /api/house</c>: what may be known before signing in.</summary>
public sealed record HouseView
{
    /// <summary>The name in German.</summary>
    public required string Name { get; init; }
    /// <summary>Name by language (de, en); de is always there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }
    /// <summary>The language that the house speaks to who does not say which they read.</summary>
    public required string Language { get; init; }
    /// <summary>The account by which one can sign in; null when there is none.</summary>
    public ProviderView? SignIn { get; init; }
    /// <summary>A name is enough to come in; otherwise it takes an account or an invitation.</summary>
    public required bool Visitors { get; init; }
    /// <summary>A ban of the house that is longer than a day needs a second moderator.</summary>
    public required bool FourEyes { get; init; }
}
