namespace Klapphaus.Contracts;

/// <summary>Somebody who asks to be let into a room.</summary>
public sealed record AskingView
{
    public required string Member { get; init; }
    public required string Name { get; init; }
    /// <summary>Town or company; may be empty.</summary>
    public required string Affiliation { get; init; }
    /// <summary>visitor, guest, member or host.</summary>
    public required string Role { get; init; }
    /// <summary>The name is vouched for.</summary>
    public bool Verified { get; init; }
    public required DateTimeOffset Since { get; init; }
}
