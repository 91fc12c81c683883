namespace Klapphaus.Contracts;

/// <summary>Body of <c>PUT /api/stands/{stand}/cards/{id}</c>: the yes to what <c>POST /api/me/card/preview</c> has shown.</summary>
public sealed record HandCardRequest
{
    /// <summary>name, affiliation, email, telephone, note: those that are given.</summary>
    public string[]? Fields { get; init; }
    /// <summary>Version of the words that one agrees to.</summary>
    public string? Wording { get; init; }
    /// <summary>Of what was shown.</summary>
    public string? Seal { get; init; }
}
