using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>Who may fall into conversation with whom, and if not, why.</summary>
static class Meeting
{
    /// <summary>What keeps somebody out of every circle just now, whoever is near.</summary>
    public static Obstacle Of(Avatar avatar, FloorPlan plan, long now)
    {
        if (avatar.Participation is not null) return Obstacle.InConversation;
        if (avatar.LostSince is not null) return Obstacle.Lost;
        if (avatar.Heading != Room.Standing || now - avatar.StoodSince < Nearness.Dwell) return Obstacle.Walking;
        if (avatar.SteppedOut) return Obstacle.SteppedOut;
        if (avatar.Availability != Availability.Available) return Obstacle.Busy;
        return AreaOf(avatar.Position, plan) switch
        {
            null => Obstacle.None,
            { Kind: AreaKind.Quiet } => Obstacle.Quiet,
            _ => Obstacle.OtherArea,
        };
    }

    /// <summary>What keeps two people apart of whom neither is in a conversation.</summary>
    public static Obstacle Between(Avatar one, Avatar other, FloorPlan plan, long now)
    {
        if (Of(one, plan, now) is not Obstacle.None and var own) return own;
        if (Of(other, plan, now) is not Obstacle.None and var others) return others;
        return Apart(one, other, plan);
    }

    /// <summary>What keeps somebody out of a conversation.</summary>
    public static Obstacle Into(Conversation conversation, Avatar avatar, FloorPlan plan, long now)
    {
        var passes = conversation.HasPass(avatar, now);
        if (Of(avatar, plan, now) is not Obstacle.None and var own && !IsOverruled(own, conversation, avatar, passes, plan)) return own;
        if (conversation.HasBarred(avatar)) return Obstacle.Removed;
        if (conversation.Closed && !passes) return Obstacle.Closed;
        if (conversation.IsCrammed || conversation.IsFull && !passes) return Obstacle.Full;
        return conversation.Area is { } area ? area.Rect.Contains(avatar.Position) ? Obstacle.None : Obstacle.TooFar : IntoCircle(conversation, avatar, plan, now);
    }

    /// <summary>The area that has people's talk in its own hand at this place, or wants quiet; a lobby is like the floor around it.</summary>
    public static Area? AreaOf(Position at, FloorPlan plan)
    {
        foreach (var area in plan.Areas)
            if (area.Kind != AreaKind.Lobby && area.Rect.Contains(at)) return area;
        return null;
    }

    /// <summary>In an area one is who stands there; and who was let in has said what it wants.</summary>
    static bool IsOverruled(Obstacle obstacle, Conversation conversation, Avatar avatar, bool passes, FloorPlan plan) => obstacle switch
    {
        Obstacle.OtherArea or Obstacle.Busy => conversation.Area is { } area ? AreaOf(avatar.Position, plan)?.Id == area.Id : passes && obstacle == Obstacle.Busy,
        Obstacle.SteppedOut => passes,
        _ => false,
    };

    static Obstacle IntoCircle(Conversation circle, Avatar avatar, FloorPlan plan, long now)
    {
        var obstacle = Obstacle.TooFar;
        foreach (var participant in circle.Participants)
        {
            var apart = Apart(avatar, participant.Avatar, plan);
            if (apart == Obstacle.None) return Ring.HoldsWith(circle, avatar, now) ? Obstacle.None : Obstacle.TooWide;
            if (apart == Obstacle.WallBetween) obstacle = apart;
        }
        return obstacle;
    }

    static Obstacle Apart(Avatar one, Avatar other, FloorPlan plan) =>
        one.Position.SquaredDistanceTo(other.Position) > Nearness.Reach * Nearness.Reach ? Obstacle.TooFar
        : !plan.ClearSight(one.Position, other.Position) ? Obstacle.WallBetween
        : Obstacle.None;
}
