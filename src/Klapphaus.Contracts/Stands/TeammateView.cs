namespace Klapphaus.Contracts;

/// <summary>Somebody who looks after a stand.</summary>
public sealed record TeammateView
{
    /// <summary>Id of the member.</summary>
    public required string Member { get; init; }
    public required string Name { get; init; }
    /// <summary>edit, staff, enquiries.</summary>
    public required string[] Rights { get; init; }
    /// <summary>Whose stand it is; may do everything at it.</summary>
    public required bool Owner { get; init; }
    /// <summary>How they can be met just now: house (they are in it), reachable (by a program that calls them), away; empty where that is not known.</summary>
    public string Presence { get; init; } = "";
}
