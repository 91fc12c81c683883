using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Rooms;

/// <summary>A member's figure in one room.</summary>
public sealed class Avatar
{
    internal Pace Pace;

    /// <summary>It was on its way when it was last heard of, even if it is shown standing since: what it has walked meanwhile is granted.</summary>
    internal bool Striding;

    /// <summary>Where it was when this room took it over from elsewhere.</summary>
    internal Sighting Restored;

    /// <summary>Until when it is judged by that as well; 0 when it was not taken over.</summary>
    internal long SettledAt;

    /// <summary>The member's id.</summary>
    public required string Member { get; init; }

    /// <summary>Number in this room, 0 to 65535.</summary>
    public required int Handle { get; init; }

    /// <summary>Where it was when it was last heard of.</summary>
    public required Position Position { get; set; }

    /// <summary>0 to 254 in 1/255 turn clockwise from east, or <see cref="Room.Standing"/>.</summary>
    public int Heading { get; set; } = Room.Standing;

    /// <summary>When it was there, in milliseconds on the room's clock.</summary>
    public long When { get; set; }

    /// <summary>Since when its connection is lost, or null.</summary>
    public long? LostSince { get; set; }

    public Role Role { get; internal set; }

    /// <summary>Host, moderator or organiser: looks after others.</summary>
    public bool IsStaff => Role >= Role.Host;

    /// <summary>What the room's policy grants it (<see cref="Room.Settle"/>).</summary>
    public Rights Rights { get; internal set; } = Rights.All;

    public Availability Availability { get; set; }

    /// <summary>Members with whom it has nothing to do, by its own wish (<see cref="RoomConversations.Shun"/>).</summary>
    public IReadOnlySet<string> Shuns { get; internal set; } = new HashSet<string>();

    /// <summary>One of the two has nothing to do with the other, and so neither has with the other.</summary>
    public bool Avoids(Avatar other) => Shuns.Contains(other.Member) || other.Shuns.Contains(Member);

    /// <summary>What a moderator keeps it from (<see cref="Room.Restrain"/>).</summary>
    public Restraint Restraint { get; internal set; }

    /// <summary>Nobody in this room is to hear it.</summary>
    public bool Muted => Restraint.Muted;

    /// <summary>What it may let others hear and see, by its rights and as far as no moderator keeps it from that.</summary>
    public MediaKinds MaySend => (Rights.HasFlag(Rights.Speak) ? MediaKinds.Microphone : MediaKinds.None)
        | (Rights.HasFlag(Rights.Camera) && !Restraint.Unseen ? MediaKinds.Camera : MediaKinds.None)
        | (Rights.HasFlag(Rights.Screen) && !Restraint.Unseen ? MediaKinds.Screen : MediaKinds.None);

    /// <summary>The conversation that it is in, and how; or null.</summary>
    public Participant? Participation { get; internal set; }

    /// <summary>Since when it stands, in milliseconds; the end of time while it walks.</summary>
    internal long StoodSince { get; set; }

    /// <summary>When it looks for company, in milliseconds; 0 when it does not.</summary>
    internal long SeeksAt { get; set; }

    /// <summary>It would have looked for company, and its connection was lost.</summary>
    internal bool SeekMissed { get; set; }

    /// <summary>It has left a conversation by its own wish, and has not walked since.</summary>
    internal bool SteppedOut { get; set; }

    /// <summary>Where it is by now, if it walks on as it said.</summary>
    public Position At(long now)
    {
        if (Heading == Room.Standing) return Position;
        var (sin, cos) = Math.SinCos(Heading * Math.Tau / Room.HeadingsPerTurn);
        var way = Pace.Speed * Math.Clamp(now - When, 0, Room.CarryOn) / 1000d;
        return new((int)(Position.X + cos * way), (int)(Position.Y + sin * way));
    }
}
