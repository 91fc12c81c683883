using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Members;

/// <summary>An invitation as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.InvitationState")]
public sealed record InvitationState
{
    [Id(0)] public required string Id { get; init; }
    /// <summary>What the organiser calls it.</summary>
    [Id(1)] public required string Label { get; init; }
    [Id(2)] public required string Role { get; init; }
    /// <summary>The only rooms that it opens; empty for all.</summary>
    [Id(3)] public string[] Rooms { get; init; } = [];
    [Id(4)] public required DateTimeOffset Issued { get; init; }
    [Id(5)] public required DateTimeOffset Expires { get; init; }
    /// <summary>How many members may come by it; 0 for any number.</summary>
    [Id(6)] public int MostUses { get; init; }
    /// <summary>When it was taken back; null when it was not.</summary>
    [Id(7)] public DateTimeOffset? Revoked { get; init; }
    /// <summary>For whom it is, if it is for one person alone; else empty.</summary>
    [Id(8)] public string Name { get; init; } = "";
    /// <summary>Where that person comes from.</summary>
    [Id(9)] public string Affiliation { get; init; } = "";
    /// <summary>Ids of the members who have come by it.</summary>
    [Id(10)] public string[] UsedBy { get; init; } = [];
    /// <summary>The process that printed it when it started; empty for one that an organiser has issued.</summary>
    [Id(11)] public string Process { get; init; } = "";
    /// <summary>Id of the stand that one looks after who comes by it; empty for none.</summary>
    [Id(12)] public string Stand { get; init; } = "";
    /// <summary>What one may do there.</summary>
    [Id(13)] public HostRights StandRights { get; init; }
    /// <summary>The stand is theirs.</summary>
    [Id(14)] public bool StandOwner { get; init; }

    public Invitation ToInvitation() => new()
    {
        Id = Id,
        Role = Roles.Of(Role),
        Rooms = Rooms,
        Expires = Expires,
        MostUses = MostUses,
        IsRevoked = Revoked is not null,
        IsPersonal = Name.Length > 0,
        UsedBy = UsedBy,
    };

    /// <summary>The same without a member who has come by it; that it was used stays.</summary>
    public InvitationState Without(string member) => this with { UsedBy = [.. UsedBy.Select(m => m == member ? Erased : m)] };

    /// <summary>Stands for a member who has been erased.</summary>
    const string Erased = "-";

    /// <summary>As it is written when a call fails: without for whom it is.</summary>
    public override string ToString() => Id;
}
