using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// This process's end of one room: takes the grain's ticks into the mirror and writes one message per client and tick to those of its clients
/// who stand there and see something change. A client that is behind is skipped, and brought up to date when it reads again.
/// </summary>
sealed class RoomFeed
{
    readonly Lock gate = new();
    readonly TimeProvider time;
    readonly FeedMeter meter;
    readonly Sight sight = new();
    readonly Dictionary<int, RoomPerson> people = [];
    readonly Dictionary<int, Viewer> viewers = [];
    readonly Dictionary<string, Outlet> waiting = [];
    PlanViews plan;
    RoomMirror mirror;
    FrameWriter frames;
    List<Viewer>[] standing;
    int written;
    long bytes;
    int busy;

    /// <param name="plan">The room's plan, as clients see it.</param>
    /// <param name="steps">Where the viewers' steps go.</param>
    /// <param name="time">The process's clock.</param>
    /// <param name="meter">Counts what is written.</param>
    public RoomFeed(PlanViews plan, StepBuffer steps, TimeProvider time, FeedMeter meter)
    {
        this.plan = plan;
        this.time = time;
        this.meter = meter;
        Steps = steps;
        (mirror, frames, standing) = OnFloor(plan);
    }

    /// <summary>Called on a foreign thread when a client of this process was sent away from the room by the grain.</summary>
    public Action<Viewer, DisconnectCode>? SentAway { get; set; }

    public StepBuffer Steps { get; }

    public int PeopleCount
    {
        get { lock (gate) return people.Count; }
    }

    /// <summary>The people of this feed's own connections and where they are, for a grain that has lost its memory.</summary>
    public RoomResident[] Residents()
    {
        lock (gate)
        {
            var now = time.Milliseconds();
            return [.. people.Values.Select(p => viewers.TryGetValue(p.Handle, out var viewer) ? Resident(p, viewer, now) : null).OfType<RoomResident>()];
        }
    }

    RoomResident Resident(RoomPerson person, Viewer viewer, long now)
    {
        var (known, when) = (mirror.StateOf(person.Handle), mirror.WhenOf(person.Handle));
        var (said, saidAt) = Steps.NewestOf(viewer) is { } newest && newest.At > when ? newest : (known, when);
        return new() { Person = person, Known = known, KnownAge = now - when, Said = said, SaidAge = now - saidAt };
    }

    /// <summary>The handles of this process's clients.</summary>
    public int[] OwnHandles()
    {
        lock (gate) return [.. viewers.Keys];
    }

    /// <summary>Takes a whole room in: what the mirror had is replaced, and everybody is shown everything.</summary>
    /// <param name="state">Everybody who is there.</param>
    /// <param name="asked">When the room was asked for it: what clients have said since, it may not have heard.</param>
    public void Load(RoomTick state, long asked)
    {
        lock (gate)
        {
            var own = viewers.Values.ToList();
            (mirror, frames, standing) = OnFloor(plan);
            viewers.Clear();
            people.Clear();
            foreach (var person in state.Entered) people[person.Handle] = person;
            PutAll(state);
            var byConnection = people.Values.ToDictionary(p => p.Connection);
            foreach (var viewer in own) TakeAlong(viewer, byConnection.GetValueOrDefault(viewer.Outlet.ConnectionId));
            AdjustSight();
            var now = time.Milliseconds();
            foreach (var viewer in viewers.Values)
            {
                (viewer.MissedPeople, viewer.Shown) = (true, -1);
                CatchUp(viewer, now);
            }
            Steps.SayAgain(viewers.Values, asked);
        }
    }

    /// <summary>A client of this process has come in; it is told everything at once.</summary>
    public void Add(Viewer viewer, RoomPerson person, uint state)
    {
        lock (gate)
        {
            if (viewers.GetValueOrDefault(viewer.Handle) is { } before && before != viewer) Drop(before, DisconnectCode.TakenOver);
            viewers[viewer.Handle] = viewer;
            people[person.Handle] = person;
            viewer.CameInAs = state;
            // its arrival comes with the next tick, too; whichever is first
            if (!mirror.Knows(viewer.Handle)) mirror.Put(viewer.Handle, state, time.Milliseconds());
            viewer.Cell = mirror.CellOf(viewer.Handle);
            standing[viewer.Cell].Add(viewer);
            viewer.WhenFree = () => Freed(viewer);
            viewer.Outlet.Free += viewer.WhenFree;
            CatchUp(viewer, time.Milliseconds());
        }
    }

    /// <summary>A client of this process has left the room or the house. False when it was not here (any more).</summary>
    public bool Remove(Viewer viewer)
    {
        lock (gate)
        {
            if (viewers.GetValueOrDefault(viewer.Handle) != viewer) return false;
            Drop(viewer, null);
            return true;
        }
    }

    /// <summary>A client of this process wants to be told when there is a place.</summary>
    public void AddWaiting(string member, Outlet outlet)
    {
        lock (gate) waiting[member] = outlet;
    }

    public void RemoveWaiting(string member, Outlet outlet)
    {
        lock (gate)
            if (waiting.GetValueOrDefault(member) == outlet) waiting.Remove(member);
    }

    /// <summary>One tick of the room, in order.</summary>
    public void Take(RoomTick tick)
    {
        Steps.TickArrived(tick.Interval);
        var arrived = time.GetTimestamp();
        lock (gate)
        {
            (written, bytes, busy) = (0, 0, 0);
            mirror.BeginTick();
            if (tick.Plan is not null) ChangePlan(tick.Plan);
            if (tick.Left.Length + tick.Entered.Length > 0) TakePeople(tick);
            PutAll(tick);
            var now = time.Milliseconds();
            mirror.CarryOn(now);
            RehomeViewers();
            if (tick.PutBackHandles.Length > 0) TellPutBack(tick);
            foreach (var member in tick.PlacesHeld) TellPlaceFree(member);
            for (var cell = 0; cell < standing.Length; cell++)
                if (standing[cell].Count > 0) Show(cell, now);
            meter.Ticked(time.GetElapsedTime(arrived), written, bytes, busy);
        }
    }

    void PutAll(RoomTick tick)
    {
        var now = time.Milliseconds();
        for (var i = 0; i < tick.Handles.Length; i++) mirror.Put(tick.Handles[i], tick.States[i], now - tick.Ages[i]);
    }

    void TakePeople(RoomTick tick)
    {
        foreach (var departure in tick.Left)
        {
            if (viewers.GetValueOrDefault(departure.Handle) is { } viewer)
                Drop(viewer, departure.Reason switch
                {
                    DepartureReason.TakenOver => DisconnectCode.TakenOver,
                    DepartureReason.RoomClosed => DisconnectCode.RoomClosed,
                    _ => null,
                });
            Forget(departure.Handle);
        }
        foreach (var person in tick.Entered)
        {
            if (viewers.GetValueOrDefault(person.Handle) is { } viewer && viewer.Outlet.ConnectionId != person.Connection) Drop(viewer, DisconnectCode.TakenOver);
            people[person.Handle] = person;
        }
        AdjustSight();
        TellPeople(tick);
    }

    void TellPeople(RoomTick tick)
    {
        if (viewers.Count == 0) return;
        var message = Tellings.PeopleChanged(new()
        {
            Entered = [.. tick.Entered.Select(PlanViews.Person)],
            Left = [.. tick.Left.Select(d => d.Handle)],
        });
        foreach (var viewer in viewers.Values)
            if (viewer.MissedPeople || !viewer.Greeted || !viewer.Outlet.TrySend(message)) viewer.MissedPeople = true;
    }

    void TellPutBack(RoomTick tick)
    {
        for (var i = 0; i < tick.PutBackHandles.Length; i++)
        {
            if (viewers.GetValueOrDefault(tick.PutBackHandles[i]) is not { } viewer) continue;
            var where = new PutBackEvent { X = AvatarState.X(tick.PutBackStates[i]), Y = AvatarState.Y(tick.PutBackStates[i]) };
            if (!viewer.Greeted || !viewer.Outlet.TrySend(Tellings.PutBack(where))) viewer.MissedPutBack = where;
        }
    }

    void TellPlaceFree(string member)
    {
        if (waiting.TryGetValue(member, out var outlet))
            outlet.TrySend(Tellings.PlaceFree(new() { Room = plan.Id, HeldSeconds = (int)(World.Rooms.WaitingLine.Hold / 1000) }));
    }

    void ChangePlan(RoomPlan newPlan)
    {
        if (PlanViews.Read(newPlan) is not { } read) return;
        var resized = (read.Floor.Width, read.Floor.Height) != (plan.Floor.Width, plan.Floor.Height);
        plan = read;
        if (resized) Rebuild();
        var message = Tellings.PlanChanged(new() { Room = plan.Summary(people.Count), Plan = plan.Floor });
        foreach (var viewer in viewers.Values)
            if (!viewer.Greeted || !viewer.Outlet.TrySend(message)) viewer.MissedPlan = true;
    }

    /// <summary>The floor has another size: everything is put into new cells, and everybody is shown everything.</summary>
    void Rebuild()
    {
        var before = mirror;
        (mirror, frames, standing) = OnFloor(plan);
        foreach (var handle in people.Keys) mirror.TakeOver(before, handle);
        foreach (var viewer in viewers.Values)
        {
            (viewer.Cell, viewer.Shown) = (mirror.CellOf(viewer.Handle), -1);
            standing[viewer.Cell].Add(viewer);
        }
    }

    (RoomMirror Mirror, FrameWriter Frames, List<Viewer>[] Standing) OnFloor(PlanViews floor)
    {
        var grid = new CellGrid(floor.Floor.Width, floor.Floor.Height);
        var newMirror = new RoomMirror(grid);
        return (newMirror, new FrameWriter(newMirror, sight.Cells), [.. Enumerable.Range(0, grid.Count).Select(_ => new List<Viewer>())]);
    }

    /// <summary>Writes this tick's message to everybody who stands in the cell.</summary>
    void Show(int cell, long now)
    {
        SerializedHubMessage? shared = null;
        var encoded = false;
        foreach (var viewer in standing[cell])
        {
            if (viewer.Shown == cell || viewer.Shown >= 0 && frames.Sight == 0)
            {
                if (!encoded)
                {
                    shared = frames.News(cell, now);
                    encoded = true;
                    if (shared is not null) meter.Encoded(frames.Length);
                }
                if (shared is not null && !Send(viewer, shared)) viewer.Shown = -1;
            }
            else if (viewer.Shown >= 0)
            {
                viewer.Shown = Send(viewer, frames.NewsAndView(cell, viewer.Shown, now)) ? cell : -1;
            }
            else
            {
                CatchUp(viewer, now);
            }
        }
    }

    bool Send(Viewer viewer, SerializedHubMessage message)
    {
        if (!viewer.Outlet.TrySend(message))
        {
            busy++;
            return false;
        }
        written++;
        bytes += frames.Length;
        return true;
    }

    /// <summary>Everything that a client needs that is new here or has missed something; as far as it takes it.</summary>
    void CatchUp(Viewer viewer, long now)
    {
        if (!viewer.Greeted)
        {
            if (!viewer.Outlet.TrySend(Greeting(viewer))) return;
            (viewer.Greeted, viewer.MissedPlan, viewer.MissedPeople, viewer.MissedPutBack, viewer.CameInAs) = (true, false, false, null, null);
        }
        if (viewer.MissedPlan)
        {
            if (!viewer.Outlet.TrySend(Tellings.PlanChanged(new() { Room = plan.Summary(people.Count), Plan = plan.Floor }))) return;
            viewer.MissedPlan = false;
        }
        if (viewer.MissedPeople)
        {
            if (!viewer.Outlet.TrySend(Tellings.PeopleChanged(new() { All = true, Entered = [.. people.Values.Select(PlanViews.Person)] }))) return;
            viewer.MissedPeople = false;
        }
        if (viewer.MissedPutBack is { } where)
        {
            if (!viewer.Outlet.TrySend(Tellings.PutBack(where))) return;
            viewer.MissedPutBack = null;
        }
        if (viewer.Shown >= 0) return;
        var cell = mirror.CellOf(viewer.Handle);
        if (viewer.Outlet.TrySend(frames.Everything(cell, now))) viewer.Shown = cell;
    }

    SerializedHubMessage Greeting(Viewer viewer)
    {
        var state = viewer.CameInAs ?? mirror.StateOf(viewer.Handle);
        return Tellings.RoomEntered(new()
        {
            Room = plan.Summary(people.Count),
            Plan = plan.Floor,
            Handle = viewer.Handle,
            X = AvatarState.X(state),
            Y = AvatarState.Y(state),
            People = [.. people.Values.Select(PlanViews.Person)],
        });
    }

    void Freed(Viewer viewer)
    {
        lock (gate)
            if (viewers.GetValueOrDefault(viewer.Handle) == viewer) CatchUp(viewer, time.Milliseconds());
    }

    void RehomeViewers()
    {
        foreach (var viewer in viewers.Values)
        {
            var cell = mirror.CellOf(viewer.Handle);
            if (cell == viewer.Cell) continue;
            standing[viewer.Cell].Remove(viewer);
            standing[cell].Add(viewer);
            viewer.Cell = cell;
        }
    }

    void AdjustSight()
    {
        if (!sight.Adjust(people.Count)) return;
        frames.SeeAsFar(sight.Cells);
        foreach (var viewer in viewers.Values) viewer.Shown = -1;
    }

    void Drop(Viewer viewer, DisconnectCode? reason)
    {
        viewers.Remove(viewer.Handle);
        standing[viewer.Cell].Remove(viewer);
        Dismiss(viewer, reason);
    }

    void Dismiss(Viewer viewer, DisconnectCode? reason)
    {
        Steps.Remove(viewer);
        viewer.Outlet.Free -= viewer.WhenFree;
        if (reason is { } code) SentAway?.Invoke(viewer, code);
    }

    /// <summary>Into a newly loaded room; one that had forgotten everybody may have given its number to somebody else, and it is greeted again.</summary>
    void TakeAlong(Viewer viewer, RoomPerson? person)
    {
        if (person is null)
        {
            Dismiss(viewer, DisconnectCode.Restarting); // the room does not know our client (any more): it comes in anew
            return;
        }
        if (viewer.Handle != person.Handle) (viewer.Handle, viewer.Greeted) = (person.Handle, false);
        viewers[viewer.Handle] = viewer;
        viewer.Cell = mirror.CellOf(viewer.Handle);
        standing[viewer.Cell].Add(viewer);
    }

    void Forget(int handle)
    {
        people.Remove(handle);
        mirror.Remove(handle);
    }
}
