namespace Klapphaus.Grains.Moderation;

/// <summary>Who does something to others, as the server has established it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Moderator")]
public sealed record Moderator([property: Id(0)] string Member, [property: Id(1)] string Name, [property: Id(2)] string Role)
{
    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => Role;
}
