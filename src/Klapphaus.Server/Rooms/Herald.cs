using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Tells the clients what happens beside the walking: who came and left, another plan, who was put back, for whom a place is free. Who cannot be told is
/// noted, for the <see cref="Usher"/>. Its feed holds the lock.
/// </summary>
sealed class Herald(MirroredRoom room)
{
    /// <summary>With more than these in a room who came and left is gathered: told every tick, people who stream in would double what is written.</summary>
    const int Crowd = 150;

    /// <summary>For how long, in milliseconds. A number of somebody who left is given out again after 30 s, so nobody is taken for another.</summary>
    const long Gathering = 1000;

    readonly Dictionary<string, Outlet> waiting = [];
    readonly HashSet<int> came = [];
    readonly List<int> left = [];
    long toldAt;

    /// <summary>There is something that will be told later.</summary>
    public bool OwesPeople => came.Count + left.Count > 0;

    public void AddWaiting(string member, Outlet outlet) => waiting[member] = outlet;

    public void RemoveWaiting(string member, Outlet outlet)
    {
        if (waiting.GetValueOrDefault(member) == outlet) waiting.Remove(member);
    }

    /// <summary>Takes in who came and left, for the next <see cref="TellPeople"/>.</summary>
    public void Gather(RoomTick tick)
    {
        foreach (var departure in tick.Left)
        {
            came.Remove(departure.Handle);
            left.Add(departure.Handle);
        }
        foreach (var person in tick.Entered) came.Add(person.Handle);
    }

    /// <summary>Everybody is told the whole list instead.</summary>
    public void ForgetPeople()
    {
        came.Clear();
        left.Clear();
    }

    /// <summary>Who came and left, when it is time to say so.</summary>
    public void TellPeople(long now)
    {
        if (!OwesPeople || room.Count > Crowd && now - toldAt < Gathering) return;
        toldAt = now;
        if (room.Gallery.Count > 0)
        {
            var message = Tellings.PeopleChanged(new() { Entered = [.. came.Select(room.ViewOf)], Left = [.. left] });
            foreach (var viewer in room.Gallery.All)
                if (viewer.MissedPeople || !viewer.Greeted || !viewer.Outlet.TryShow(message)) viewer.MissedPeople = true;
        }
        ForgetPeople();
    }

    public void TellPlan()
    {
        var message = Tellings.PlanChanged(new() { Room = room.Summary, Plan = room.Plan.Floor });
        foreach (var viewer in room.Gallery.All)
            if (!viewer.Greeted || !viewer.Outlet.TryShow(message)) viewer.MissedPlan = true;
    }

    public void TellPutBack(RoomTick tick)
    {
        for (var i = 0; i < tick.PutBackHandles.Length; i++)
        {
            if (room.Gallery.Find(tick.PutBackHandles[i]) is not { } viewer) continue;
            var where = new PutBackEvent { X = AvatarState.X(tick.PutBackStates[i]), Y = AvatarState.Y(tick.PutBackStates[i]) };
            if (!viewer.Greeted || !viewer.Outlet.TryShow(Tellings.PutBack(where))) viewer.MissedPutBack = where;
        }
    }

    /// <summary>To who waits: there is a place, or there is none.</summary>
    public void TellWaiting(RoomTick tick)
    {
        foreach (var member in tick.PlacesHeld)
            TellWaiting(member, new() { Room = room.Plan.Id, HeldSeconds = (int)(World.Rooms.WaitingLine.Hold / 1000) });
        foreach (var member in tick.TurnedAway) TellWaiting(member, new() { Room = room.Plan.Id, HeldSeconds = 0, TurnedAway = true });
    }

    void TellWaiting(string member, PlaceFreeEvent news)
    {
        if (waiting.TryGetValue(member, out var outlet)) outlet.TrySend(Tellings.PlaceFree(news));
    }
}
