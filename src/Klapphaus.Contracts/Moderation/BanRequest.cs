using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Keeps somebody out. For moderators.</summary>
[MessagePackObject]
public sealed record BanRequest
{
    /// <summary>The person's id.</summary>
    [Key("member")] public required string Member { get; init; }
    /// <summary>Of the whole house; else of the room in which both are.</summary>
    [Key("house")] public bool House { get; init; }
    /// <summary>With a ban of the house: nobody comes by the invitation any more by which the person came.</summary>
    [Key("invitation")] public bool Invitation { get; init; }
    /// <summary>1 to 500 characters; the person concerned reads it.</summary>
    [Key("reason")] public required string Reason { get; init; }
    /// <summary>For how long; 0 for good.</summary>
    [Key("minutes")] public int Minutes { get; init; }
}
