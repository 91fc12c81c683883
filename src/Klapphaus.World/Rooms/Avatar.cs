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
}
