using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Who came and who left.</summary>
[MessagePackObject]
public sealed record PeopleChangedEvent
{
    /// <summary>True when <see cref="Entered"/> is the whole list and everybody else is gone.</summary>
    [Key("all")] public bool All { get; init; }
    /// <summary>Who is here already is told of again when something about them is another by now: their name or availability.</summary>
    [Key("entered")] public PersonView[] Entered { get; init; } = [];
    /// <summary>Handles.</summary>
    [Key("left")] public int[] Left { get; init; } = [];
}
