namespace Klapphaus.World.Members;

/// <summary>Lets people in who have no account: with a role, into some rooms or all, until it ends, is taken back, or has been used as often as it may be.</summary>
public sealed record Invitation
{
    /// <summary>Longer than any series of network days is planned.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>More members than there are in the network.</summary>
    public const int LargestUses = 10_000;

    /// <summary>Letters and digits; not secret, since nobody can make an invitation of it.</summary>
    public required string Id { get; init; }

    /// <summary>What it makes of who comes by it. A guest at least, and there is nothing above an organiser.</summary>
    public Role Role { get; init; } = Role.Guest;

    /// <summary>The only rooms that it opens; empty for all.</summary>
    public IReadOnlyCollection<string> Rooms { get; init; } = [];

    public required DateTimeOffset Expires { get; init; }

    /// <summary>How many members may come by it; 0 for any number.</summary>
    public int MostUses { get; init; }

    /// <summary>Was taken back.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Meant for one person, whom the house knows by it on every device.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Ids of the members who have come by it.</summary>
    public IReadOnlyCollection<string> UsedBy { get; init; } = [];

    /// <summary>The one member whom a personal invitation lets in; null for one that is for several.</summary>
    public string? OwnMember => IsPersonal ? "g" + Id : null;

    /// <summary>Whether somebody may hand out an invitation as this one is.</summary>
    public InvitationFault FaultOfIssue(Role issuer, DateTimeOffset now) =>
        issuer < Role.Organiser ? InvitationFault.Issuer
        : Expires <= now || Expires > now + Longest ? InvitationFault.Expiry
        : MostUses is < 0 or > LargestUses ? InvitationFault.Uses
        : InvitationFault.None;

    /// <summary>What becomes of the member who shows it now. Who has come by it before comes by it again, and that is no other use.</summary>
    public InvitationOutcome Try(string member, DateTimeOffset now) =>
        IsRevoked ? InvitationOutcome.Revoked
        : now >= Expires ? InvitationOutcome.Expired
        : MayUse(member) ? InvitationOutcome.Granted
        : InvitationOutcome.UsedUp;

    /// <summary>How it stands for somebody whom it has not let in yet.</summary>
    public InvitationOutcome StateAt(DateTimeOffset now) => Try(OwnMember ?? "", now);

    /// <summary>Whether somebody would get anything by it that they do not have: a higher role, or with the same role another room.</summary>
    /// <param name="role">What they are.</param>
    /// <param name="rooms">The only rooms that are open to them; empty for all.</param>
    public bool GivesMoreThan(Role role, IReadOnlyCollection<string> rooms) =>
        Role > role || Role == role && rooms.Count > 0 && (Rooms.Count == 0 || Rooms.Except(rooms).Any());

    /// <summary>The rooms of who is let in: with a higher role those of the invitation alone, so that nobody looks after rooms that were not meant; with the same role both together.</summary>
    public IReadOnlyCollection<string> RoomsFor(Role role, IReadOnlyCollection<string> rooms) =>
        Role > role ? Rooms : Rooms.Count == 0 || rooms.Count == 0 ? [] : [.. rooms.Union(Rooms)];

    bool MayUse(string member) => IsPersonal ? member == OwnMember : MostUses == 0 || UsedBy.Count < MostUses || UsedBy.Contains(member);
}
