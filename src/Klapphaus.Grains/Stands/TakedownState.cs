using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>That a stand or one of its materials is offline, and why, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.TakedownState")]
public sealed record TakedownState
{
    /// <summary>In the moderator's words; the stand's team reads it.</summary>
    [Id(0)] public required string Reason { get; init; }
    /// <summary>Id of the member who said so; <c>-</c> after erasure.</summary>
    [Id(1)] public required string By { get; init; }
    [Id(2)] public required DateTimeOffset Since { get; init; }

    public static TakedownState Of(Takedown takedown) => new() { Reason = takedown.Reason, By = takedown.By, Since = takedown.Since };

    public Takedown ToTakedown() => new(Reason, By, Since);

    /// <summary>The same without the member who said so.</summary>
    public TakedownState Without(string member) => By == member ? this with { By = FieldState.Erased } : this;

    /// <summary>As it is written when a call fails: without who and why.</summary>
    public override string ToString() => "offline";
}
