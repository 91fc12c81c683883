using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>The own avatar's place as the server holds it.</summary>
[MessagePackObject]
public sealed record PutBackEvent
{
    [Key("x")] public required int X { get; init; }
    [Key("y")] public required int Y { get; init; }
}
