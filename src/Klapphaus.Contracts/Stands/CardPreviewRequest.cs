namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/me/card/preview</c>: what would be handed over if these fields were named?</summary>
public sealed record CardPreviewRequest
{
    /// <summary>name, affiliation, email, telephone, note.</summary>
    public string[]? Fields { get; init; }
    /// <summary>To whom: stand or person.</summary>
    public string? To { get; init; }
}
