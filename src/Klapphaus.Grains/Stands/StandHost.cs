namespace Klapphaus.Grains.Stands;

/// <summary>Somebody who wants to be called for a stand, as the process says that has the connection.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandHost")]
public sealed record StandHost
{
    /// <summary>By the name under which they are shown, if they are in a room.</summary>
    [Id(0)] public required StandCaller Who { get; init; }
    [Id(1)] public required string Connection { get; init; }
    /// <summary>Members with whom they have nothing to do.</summary>
    [Id(2)] public string[] Shuns { get; init; } = [];
    /// <summary>When all this was so: they may be there by several connections, and the newest word counts.</summary>
    [Id(3)] public DateTimeOffset Known { get; init; }
    /// <summary>The number of the spell of duty that is meant; 0 where none is known.</summary>
    [Id(4)] public long Spell { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => "host";
}
