using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A field of a stand as it is or was, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FieldState")]
public sealed record FieldState
{
    /// <summary>Stands for a member who has been erased.</summary>
    public const string Erased = "-";

    /// <summary>Null when nothing stands in it.</summary>
    [Id(0)] public FieldContent? Value { get; init; }
    /// <summary>Number of the change that made it so, among all of the stand; 0 when nobody has touched it yet.</summary>
    [Id(1)] public required long Revision { get; init; }
    /// <summary>Id of the member who made it so; <c>-</c> after erasure.</summary>
    [Id(2)] public required string By { get; init; }
    [Id(3)] public required DateTimeOffset Since { get; init; }
    /// <summary>The revision that it brought back; 0 for none.</summary>
    [Id(4)] public long Restores { get; init; }

    public static FieldState Of(FieldVersion version) => new()
    {
        Value = version.Value is { } value ? FieldContent.Of(value) : null,
        Revision = version.Revision,
        By = version.By,
        Since = version.Since,
        Restores = version.Restores,
    };

    public FieldVersion ToVersion() => new(Value?.ToValue(), Revision, By, Since, Restores);

    /// <summary>The same without the member who made it so.</summary>
    public FieldState Without(string member) => By == member ? this with { By = Erased } : this;

    /// <summary>As it is written when a call fails: without who and what.</summary>
    public override string ToString() => $"revision {Revision}";
}
