using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Conversations;
using Klapphaus.Server.Rooms;
using Klapphaus.World.Conversations;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.Stands;

/// <summary>
/// Sees which of this process's clients in one room are in areas where people talk: stands are there. It looks when the room says something of such a
/// conversation, and never because somebody walks. Its feed holds the lock.
/// </summary>
sealed class StandWatch(MirroredRoom room, TalkHerald talk)
{
    /// <summary>How far outside of its area somebody may be and be at a stand, in units: so far a room lets them stay in its conversation, and we see them a moment late.</summary>
    const int Margin = 2 * Nearness.Margin;

    readonly Dictionary<Viewer, string> there = [];

    /// <summary>Told of a client who has come into an area, or has left it (null).</summary>
    public Action<Viewer, string?>? Reached { get; set; }

    /// <summary>One tick's news of conversations, when they have been taken in.</summary>
    public void Take(RoomTalk news)
    {
        if (news.Ended.Length > 0 && there.Count > 0 || Array.Exists(news.Changed, c => c.Area is not null)) Look();
    }

    /// <summary>Looks where everybody is.</summary>
    public void Look()
    {
        foreach (var viewer in there.Keys.Where(v => !room.Gallery.Has(v)).ToList())
        {
            there.Remove(viewer);
            Reached?.Invoke(viewer, null);
        }
        foreach (var viewer in room.Gallery.All)
        {
            var area = talk.AreaOf(viewer.Handle);
            if (area == there.GetValueOrDefault(viewer)) continue;
            if (area is null) there.Remove(viewer);
            else there[viewer] = area;
            Reached?.Invoke(viewer, area);
        }
    }

    /// <summary>A client as the room shows it, and whether it is at a place of the plan: in its conversation, or at least within its bounds.</summary>
    public (RoomPerson Person, bool IsThere)? Find(Viewer viewer, string area)
    {
        if (room.PersonOf(viewer.Handle) is not { } person) return null;
        return (person, talk.AreaOf(viewer.Handle) == area || IsWithin(viewer, area));
    }

    bool IsWithin(Viewer viewer, string area)
    {
        if (Array.Find(room.Plan.Floor.Areas, a => a.Id == area) is not { } place || !room.Mirror.Knows(viewer.Handle)) return false;
        var state = room.Mirror.StateOf(viewer.Handle);
        return new Rect(place.X, place.Y, place.Width, place.Height).DistanceTo(new(AvatarState.X(state), AvatarState.Y(state))) <= Margin;
    }
}
