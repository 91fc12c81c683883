using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Somebody in the same room.</summary>
[MessagePackObject]
public sealed record PersonView
{
    /// <summary>The avatar's number in this room, 0 to 65535; moves speak of it.</summary>
    [Key("handle")] public required int Handle { get; init; }
    /// <summary>Under the name that is shown in this room: with a number behind it where it would look like that of somebody who was first, or is vouched for.</summary>
    [Key("member")] public required MemberView Member { get; init; }
    /// <summary>available, busy or away.</summary>
    [Key("availability")] public string Availability { get; init; } = "available";
}
