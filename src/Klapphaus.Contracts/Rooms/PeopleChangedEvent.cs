using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Who came and who left.</summary>
[MessagePackObject]
public sealed record PeopleChangedEvent
{
    /// <summary>True when <see cref="Entered"/> is the whole list and everybody else is gone.</summary>
    [Key("all")] public bool All { get; init; }
    [Key("entered")] public PersonView[] Entered { get; init; } = [];
    /// <summary>Handles.</summary>
    [Key("left")] public int[] Left { get; init; } = [];
}
