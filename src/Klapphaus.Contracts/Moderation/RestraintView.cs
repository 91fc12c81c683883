namespace Klapphaus.Contracts;

/// <summary>Somebody whom a moderator keeps from being heard or seen in a room.</summary>
public sealed record RestraintView
{
    public required string Member { get; init; }
    public required string Name { get; init; }
    public bool Muted { get; init; }
    public bool Hidden { get; init; }
    public required DateTimeOffset Since { get; init; }
}
