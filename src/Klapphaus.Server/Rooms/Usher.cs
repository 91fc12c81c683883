using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Conversations;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Stands;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Tells single clients what they need because they are new here, have come into another cell, or have missed something while they were busy. Its feed
/// holds the lock.
/// </summary>
sealed class Usher(MirroredRoom room, TalkHerald talk, StandHerald stands)
{
    readonly List<Viewer> crossing = [];
    int written;
    long bytes;
    int busy;

    /// <summary>How often a client was busy with an earlier message when there was something to see.</summary>
    public long Skipped { get; private set; }

    /// <summary>Shows what is seen from a cell, unless the client is busy; then it will need everything.</summary>
    public void Show(Viewer viewer, SerializedHubMessage message, int cell)
    {
        if (viewer.Outlet.TryShow(message))
        {
            viewer.Shown = cell;
            written++;
            bytes += room.Frames.Length;
            return;
        }
        viewer.Shown = -1;
        Skipped++;
        busy++;
    }

    /// <summary>Clients written to, bytes, and clients left out since the last call.</summary>
    public (int Written, long Bytes, int Busy) TakeCounts()
    {
        var counts = (written, bytes, busy);
        (written, bytes, busy) = (0, 0, 0);
        return counts;
    }

    /// <summary>
    /// Those who see from another cell since this tick are shown that on their own, before those whom they left are told what was owed there. They do not
    /// stand in the new cell before <see cref="SettleCrossing"/>: what those there are told in this tick, they know.
    /// </summary>
    public void ShowCrossing(long now)
    {
        foreach (var viewer in room.Gallery.All)
        {
            var cell = room.Mirror.CellOf(viewer.Handle);
            if (cell == viewer.Cell) continue;
            if (room.Frames.Sight == 0)
            {
                room.Rehome(viewer); // sees the same from everywhere
                continue;
            }
            room.Gallery.TakeAway(viewer);
            crossing.Add(viewer);
            if (viewer.Shown < 0) CatchUp(viewer, now);
            else Show(viewer, room.Rations.Follow(cell, viewer.Shown, now), cell);
        }
    }

    public void SettleCrossing()
    {
        foreach (var viewer in crossing) room.Settle(viewer);
        crossing.Clear();
    }

    /// <summary>Everything that is missing, in its order, as far as the client takes it.</summary>
    public void CatchUp(Viewer viewer, long now)
    {
        if (!viewer.Greeted)
        {
            if (!viewer.Outlet.TryShow(Greeting(viewer))) return;
            (viewer.Greeted, viewer.MissedPlan, viewer.MissedPeople, viewer.MissedPutBack, viewer.CameInAs) = (true, false, false, null, null);
            TalkHerald.Introduce(viewer);
            stands.Introduce(viewer);
        }
        if (viewer.MissedPlan)
        {
            if (!viewer.Outlet.TryShow(Tellings.PlanChanged(new() { Room = room.Summary, Plan = room.Plan.Floor }))) return;
            viewer.MissedPlan = false;
        }
        if (viewer.MissedPeople)
        {
            if (!viewer.Outlet.TryShow(Tellings.PeopleChanged(new() { All = true, Entered = room.Views() }))) return;
            viewer.MissedPeople = false;
        }
        if (viewer.MissedPutBack is { } where)
        {
            if (!viewer.Outlet.TryShow(Tellings.PutBack(where))) return;
            viewer.MissedPutBack = null;
        }
        if (!talk.CatchUp(viewer) || !stands.CatchUp(viewer)) return;
        if (viewer.Shown >= 0) return;
        var cell = room.Mirror.CellOf(viewer.Handle);
        if (viewer.Outlet.TryShow(room.Frames.Everything(cell, now))) viewer.Shown = cell;
    }

    SerializedHubMessage Greeting(Viewer viewer)
    {
        var state = viewer.CameInAs ?? room.Mirror.StateOf(viewer.Handle);
        return Tellings.RoomEntered(new()
        {
            Room = room.Summary,
            Plan = room.Plan.Floor,
            Handle = viewer.Handle,
            X = AvatarState.X(state),
            Y = AvatarState.Y(state),
            People = room.Views(),
            Policy = PolicyViews.Of(room.Policy),
        });
    }
}
