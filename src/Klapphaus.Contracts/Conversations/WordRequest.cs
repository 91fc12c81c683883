using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Gives somebody the word on a stage, or takes it.</summary>
[MessagePackObject]
public sealed record WordRequest
{
    [Key("handle")] public required int Handle { get; init; }
    [Key("word")] public required bool Word { get; init; }
}
