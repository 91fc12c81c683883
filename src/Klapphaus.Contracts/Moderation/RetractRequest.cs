using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Takes a text back.</summary>
[MessagePackObject]
public sealed record RetractRequest
{
    /// <summary>The number of the text.</summary>
    [Key("id")] public required long Id { get; init; }
}
