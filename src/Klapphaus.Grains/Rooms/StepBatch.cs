namespace Klapphaus.Grains.Rooms;

/// <summary>The newest step of every avatar that walked at one feed since its last batch; the arrays run in parallel.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StepBatch")]
public sealed class StepBatch
{
    /// <summary>Which feed sends it: only the one that holds an avatar's connection may walk it.</summary>
    [Id(0)] public required string Feed { get; init; }
    [Id(1)] public required int[] Handles { get; init; }
    /// <summary>Packed as <see cref="AvatarState"/>.</summary>
    [Id(2)] public required uint[] States { get; init; }
    /// <summary>How long before <see cref="SentAt"/>, in milliseconds.</summary>
    [Id(3)] public required ushort[] Ages { get; init; }
    /// <summary>When the batch went off, in milliseconds on the feed's clock.</summary>
    [Id(4)] public required long SentAt { get; init; }
}
