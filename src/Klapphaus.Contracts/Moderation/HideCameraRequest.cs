using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Lets nobody see somebody, or again. For moderators.</summary>
[MessagePackObject]
public sealed record HideCameraRequest
{
    [Key("handle")] public required int Handle { get; init; }
    [Key("hidden")] public required bool Hidden { get; init; }
}
