namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/bag/shared</c>.</summary>
public sealed record SharedBagRequest
{
    /// <summary>What stands behind <c>#bag=</c> in a link to a bag.</summary>
    public string? Token { get; init; }
}
