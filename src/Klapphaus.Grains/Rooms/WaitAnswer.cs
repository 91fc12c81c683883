namespace Klapphaus.Grains.Rooms;

/// <summary>The place in a room's queue.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.WaitAnswer")]
public sealed record WaitAnswer
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public int Ahead { get; init; }
    /// <summary>It is a moderator for whom one waits.</summary>
    [Id(2)] public bool Asks { get; init; }
}
