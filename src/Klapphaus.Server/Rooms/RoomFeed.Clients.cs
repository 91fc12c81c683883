using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Moderation;

namespace Klapphaus.Server.Rooms;

// Clients of this process who come in, are taken along into a room that was loaded anew, and go.
sealed partial class RoomFeed
{
    /// <summary>Into a newly loaded room; one that had forgotten everybody may have given its number to somebody else, and it is greeted again.</summary>
    void TakeAlong(Viewer viewer, RoomPerson? person)
    {
        if (person?.Connection != viewer.Outlet.ConnectionId)
        {
            // the room does not know our client (any more): it comes in anew, unless its member has done so elsewhere
            Dismiss(viewer, person?.Arrival > viewer.Arrival ? DisconnectCode.TakenOver : DisconnectCode.Restarting);
            return;
        }
        if (viewer.Handle != person.Handle) Greet(viewer, person.Handle);
        room.Gallery.Add(viewer);
        room.Settle(viewer);
    }

    /// <summary>It is told its new number by being let in once more, and that ends its walk: where it is by now, and we say so in its name.</summary>
    void Greet(Viewer viewer, int handle)
    {
        var now = time.Milliseconds();
        (viewer.Handle, viewer.Greeted) = (handle, false);
        var (x, y) = Steps.NewestOf(viewer) is { } said ? RoomMirror.Carried(said.State, said.At, now) : RoomMirror.Carried(room.Mirror.StateOf(handle), room.Mirror.WhenOf(handle), now);
        viewer.CameInAs = AvatarState.Pack(Math.Clamp(x, 0, AvatarState.MaxPosition), Math.Clamp(y, 0, AvatarState.MaxPosition), Protocol.Standing);
        Steps.Add(viewer, AvatarState.X(viewer.CameInAs.Value), AvatarState.Y(viewer.CameInAs.Value), Protocol.Standing);
    }

    /// <summary>A client of this process has come in; it is told everything at once.</summary>
    /// <returns>False when the room has come up anew, as it let the client in or since: numbers mean others there, and it does not know the client.</returns>
    public bool TryAdd(Viewer viewer, RoomPerson person, uint state, Guid by, Notice[] news)
    {
        lock (gate)
        {
            if (by != activation) return false;
            if (!room.TryEnterAnswered(person))
            {
                SentAway?.Invoke(viewer, DisconnectCode.TakenOver, null);
                return true;
            }
            if (room.Gallery.Find(viewer.Handle) is { } before && before != viewer) Drop(before, DisconnectCode.TakenOver);
            viewer.CameInAs = state;
            Steps.Tell(viewer, AvatarState.Pack(AvatarState.X(state), AvatarState.Y(state), Protocol.Standing));
            // its arrival comes with the next tick, too; whichever is first
            if (!room.Mirror.Knows(viewer.Handle)) room.Mirror.Put(viewer.Handle, state, time.Milliseconds());
            room.Gallery.Add(viewer);
            room.Settle(viewer);
            viewer.WhenFree = () => Freed(viewer);
            viewer.Outlet.Free += viewer.WhenFree;
            stands.Look();
            usher.CatchUp(viewer, time.Milliseconds());
            OrderHerald.Tell(viewer, news);
            Seat();
            watch.Look();
            return true;
        }
    }

    void Freed(Viewer viewer)
    {
        lock (gate)
            if (room.Gallery.Has(viewer)) usher.CatchUp(viewer, time.Milliseconds());
    }

    void Drop(Viewer viewer, DisconnectCode? reason, BanState? ban = null)
    {
        room.Gallery.Remove(viewer);
        Dismiss(viewer, reason, ban);
    }

    void Dismiss(Viewer viewer, DisconnectCode? reason, BanState? ban = null)
    {
        Steps.Remove(viewer);
        viewer.Outlet.Free -= viewer.WhenFree;
        if (reason is { } code) SentAway?.Invoke(viewer, code, ban);
    }
}
