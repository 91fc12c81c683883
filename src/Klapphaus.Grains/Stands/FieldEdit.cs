using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A host wants a field to be otherwise, as it travels.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FieldEdit")]
public sealed record FieldEdit
{
    /// <summary>As the host has written it.</summary>
    [Id(0)] public required string Field { get; init; }
    [Id(1)] public required long Revision { get; init; }
    [Id(2)] public FieldContent? Value { get; init; }
    [Id(3)] public string? Behind { get; init; }

    /// <summary>What the house has against the file in it; null for nothing. Files are kept elsewhere, so that whoever hands on the edit has looked.</summary>
    [Id(4)] public StandFaultKind? FileFault { get; init; }

    /// <summary>A field that there is not stays one: the rules say so.</summary>
    public StandEdit ToEdit() => new(StandField.TryRead(Field, out var field) ? field : new((StandPart)(-1)), Revision, Value?.ToValue(), Behind);

    /// <summary>As it is written when a call fails: without what it says.</summary>
    public override string ToString() => "edit";
}
