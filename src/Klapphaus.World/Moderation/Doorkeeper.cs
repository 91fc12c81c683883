using Klapphaus.World.Members;

namespace Klapphaus.World.Moderation;

/// <summary>Says who may be in a room. Whether there is a place is another matter.</summary>
public sealed class Doorkeeper
{
    readonly Dictionary<string, Ban> bans = [];

    public RoomPolicy Policy { get; set; } = RoomPolicy.Open;

    /// <summary>Who asks to be let in, where the policy wants that.</summary>
    public WaitingRoom WaitingRoom { get; } = new();

    /// <summary>Of the house's clock on the wall.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The bans that have been pronounced for this room, by member; some may be over.</summary>
    public IReadOnlyDictionary<string, Ban> Bans => bans;

    public void Ban(string member, Ban ban) => bans[member] = ban;

    /// <summary>False when there was none.</summary>
    public bool Pardon(string member) => bans.Remove(member);

    /// <summary>The ban that keeps a member out at this time, or null.</summary>
    public Ban? BanOf(string member, DateTimeOffset now) => bans.TryGetValue(member, out var ban) && ban.IsInForce(now) ? ban : null;

    /// <summary>Nobody is let in now, nor may stay, but who keeps order.</summary>
    public bool IsShut(DateTimeOffset now) => Policy.IsShut(now, Zone);

    public Admission Judge(string member, Role role, DateTimeOffset now)
    {
        if (BanOf(member, now) is not null) return Admission.Banned;
        if (role >= Role.Moderator) return Admission.Welcome;
        if (IsShut(now)) return Admission.Shut;
        if (role < Policy.Enter) return Admission.NotAllowed;
        return !Policy.WaitingRoom || WaitingRoom.MayEnter(member) ? Admission.Welcome : Admission.MustWait;
    }
}
