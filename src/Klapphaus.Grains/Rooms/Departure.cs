using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;

namespace Klapphaus.Grains.Rooms;

/// <summary>Somebody left a room.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Departure")]
public sealed record Departure([property: Id(0)] int Handle, [property: Id(1)] DepartureReason Reason, [property: Id(2)] BanState? Ban = null, [property: Id(3)] Notice? Notice = null);
