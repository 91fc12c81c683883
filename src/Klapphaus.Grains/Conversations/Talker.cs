namespace Klapphaus.Grains.Conversations;

/// <summary>Who asks, and by which connection: only the one that is in the room is heeded.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Talker")]
public sealed record Talker([property: Id(0)] string Member, [property: Id(1)] string Connection)
{
    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => "talker";
}
