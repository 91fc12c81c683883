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
}
