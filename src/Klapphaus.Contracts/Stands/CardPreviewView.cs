namespace Klapphaus.Contracts;

/// <summary>Exactly what is handed over by a yes to it, and the words that are agreed to.</summary>
public sealed record CardPreviewView
{
    public required CardView Card { get; init; }
    public required string[] Fields { get; init; }
    /// <summary>Version of the words.</summary>
    public required string Wording { get; init; }
    public required string German { get; init; }
    public required string English { get; init; }
    /// <summary>Goes along with the yes: when the card has changed meanwhile it is refused, and has to be shown again.</summary>
    public required string Seal { get; init; }
}
