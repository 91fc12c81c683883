using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A change of a stand that can be read back and undone, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.ChangeState")]
public sealed record ChangeState
{
    /// <summary>Name of the field (<see cref="StandField"/>).</summary>
    [Id(0)] public required string Field { get; init; }
    [Id(1)] public required FieldState Before { get; init; }
    [Id(2)] public required FieldState After { get; init; }
    /// <summary>Revision of the change that it undid; 0 for a change of its own.</summary>
    [Id(3)] public long Undoes { get; init; }

    public static ChangeState Of(StandChange change) => new()
    {
        Field = change.Field.ToString(),
        Before = FieldState.Of(change.Before),
        After = FieldState.Of(change.After),
        Undoes = change.Undoes,
    };

    /// <summary>The same without a member who made it, or what was before.</summary>
    public ChangeState Without(string member) => this with { Before = Before.Without(member), After = After.Without(member) };

    /// <summary>As it is written when a call fails: without who and what.</summary>
    public override string ToString() => Field;
}
