using Klapphaus.Contracts;
using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Rooms;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Conversations;
using Klapphaus.Server.Media;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Telemetry;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// This process's end of one room: takes the grain's ticks into the mirror and writes one message per client and tick to those of its clients
/// who stand there and see something change. A client that is behind is skipped, and brought up to date when it reads again; what does not go into a
/// message of bounded size is told in a later one.
/// </summary>
sealed partial class RoomFeed
{
    /// <summary>What is owed when the room falls silent is told so much later than the next tick would have come, in milliseconds.</summary>
    const int Late = 20;

    readonly Lock gate = new();
    readonly TimeProvider time;
    readonly FeedMeter meter;
    readonly FeedLoad load = new();
    readonly Lateness lateness = new();
    readonly MirroredRoom room;
    readonly Usher usher;
    readonly Herald herald;
    readonly TalkHerald talk;
    readonly OrderHerald order;
    readonly StandHerald stands;
    readonly StandWatch watch;
    readonly MediaDesk desk;
    int interval = 50;
    Guid activation;
    bool owing;
    bool tellingRest;
    bool seated;

    /// <param name="plan">The room's plan, as clients see it.</param>
    /// <param name="steps">Where the viewers' steps go.</param>
    /// <param name="desk">Gives seats at the media server.</param>
    /// <param name="time">The process's clock.</param>
    /// <param name="meter">Counts what is written.</param>
    public RoomFeed(PlanViews plan, StepBuffer steps, MediaDesk desk, TimeProvider time, FeedMeter meter)
    {
        this.desk = desk;
        this.time = time;
        this.meter = meter;
        Steps = steps;
        room = new(plan);
        talk = new(room);
        order = new(room);
        stands = new(room);
        watch = new(room, talk);
        usher = new(room, talk, stands);
        herald = new(room);
    }

    /// <summary>Called on a foreign thread when a client of this process was sent away from the room by the grain.</summary>
    public Action<Viewer, DisconnectCode, BanState?>? SentAway { get; set; }

    /// <summary>What the process knows of the room's stands.</summary>
    public Func<StandSummary[]>? Stands { get => stands.Source; set => stands.Source = value; }

    /// <summary>Told under the feed's lock when a client has come into an area where people talk, or has left it (null).</summary>
    public Action<Viewer, string?>? Reached { get => watch.Reached; set => watch.Reached = value; }

    public StepBuffer Steps { get; }

    public int PeopleCount
    {
        get { lock (gate) return room.Count; }
    }

    public FeedCounters Counters
    {
        get { lock (gate) return new(load.Level, room.Rations.DeferredCells, room.Rations.DeferredAvatars, usher.Skipped); }
    }

    /// <summary>The people of this feed's own connections and where they are, for a grain that has lost its memory.</summary>
    public RoomResident[] Residents()
    {
        lock (gate)
        {
            var now = time.Milliseconds();
            return [.. room.People.Select(p => room.Gallery.Find(p.Handle) is { } viewer ? Resident(p, viewer, now) : null).OfType<RoomResident>()];
        }
    }

    /// <summary>The conversations of the room, and by which of its activations they are known, for a grain that has lost its memory.</summary>
    public (ConversationState[] Conversations, Guid Activation) Conversations()
    {
        lock (gate) return (talk.Known, activation);
    }

    RoomResident Resident(RoomPerson person, Viewer viewer, long now)
    {
        var (known, when) = (room.Mirror.StateOf(person.Handle), room.Mirror.WhenOf(person.Handle));
        var (said, saidAt) = Steps.NewestOf(viewer) is { } newest && newest.At > when ? newest : (known, when);
        return new() { Person = person, Known = known, KnownAge = now - when, Said = said, SaidAge = now - saidAt };
    }

    /// <summary>The handles of this process's clients.</summary>
    public int[] OwnHandles()
    {
        lock (gate) return [.. room.Gallery.Handles];
    }

    /// <summary>Takes a whole room in: what the mirror had is replaced, and everybody is shown everything.</summary>
    /// <param name="state">Everybody who is there.</param>
    /// <param name="asked">When the room was asked for it: what clients have said since, it may not have heard.</param>
    public void Load(RoomTick state, long asked)
    {
        lock (gate)
        {
            activation = state.Activation;
            var own = room.Clear();
            room.Mirror.BeginTick();
            foreach (var person in state.Entered) room.TryEnter(person);
            var now = time.Milliseconds();
            room.Put(state, now - lateness.Of(state.Clock, state.SentAt, now));
            var byMember = room.People.ToDictionary(p => p.Member);
            foreach (var viewer in own) TakeAlong(viewer, byMember.GetValueOrDefault(viewer.Member));
            room.AdjustSight();
            room.ShowAllAnew();
            herald.ForgetPeople();
            talk.Load(state.Talk);
            order.Load(state);
            stands.Look();
            watch.Look();
            foreach (var viewer in room.Gallery.All)
            {
                viewer.MissedPeople = true;
                TalkHerald.Introduce(viewer);
                usher.CatchUp(viewer, now);
            }
            Steps.SayAgain(room.Gallery.All, asked);
            Seat();
        }
    }

    /// <summary>The process knows of stands that are otherwise than before, here or elsewhere.</summary>
    public void TellStands()
    {
        lock (gate) stands.Look();
    }

    /// <summary>Somebody of this feed's own clients as the room shows them, and whether they are at a place of its plan; null when they are not here.</summary>
    public (RoomPerson Person, bool IsThere)? Find(Viewer viewer, string area)
    {
        lock (gate) return room.Gallery.Has(viewer) ? watch.Find(viewer, area) : null;
    }

    /// <summary>To be called about once a second: makes good what got lost on its way to the room.</summary>
    public void SayUnheard()
    {
        lock (gate) Steps.SayUnheard(room.Gallery.All, room.Mirror);
    }

    /// <summary>A client of this process has left the room or the house. False when it was not here (any more).</summary>
    public bool Remove(Viewer viewer)
    {
        lock (gate)
        {
            var wasHere = room.Gallery.Has(viewer);
            if (wasHere) Drop(viewer, null);
            Seat();
            watch.Look();
            return wasHere;
        }
    }

    /// <summary>A client of this process wants to be told when there is a place.</summary>
    public void AddWaiting(string member, Outlet outlet)
    {
        lock (gate) herald.AddWaiting(member, outlet);
    }

    public void RemoveWaiting(string member, Outlet outlet)
    {
        lock (gate) herald.RemoveWaiting(member, outlet);
    }

    /// <summary>One tick of the room, in order.</summary>
    public void Take(RoomTick tick)
    {
        Steps.TickArrived(tick.Interval);
        lock (gate)
        {
            var start = time.GetTimestamp();
            interval = tick.Interval;
            room.Mirror.BeginTick();
            if (tick.Plan is not null && room.ChangePlan(tick.Plan)) herald.TellPlan();
            if (tick.Left.Length + tick.Entered.Length > 0) TakePeople(tick);
            var now = time.Milliseconds();
            room.Put(tick, now - lateness.Of(tick.Clock, tick.SentAt, now));
            if (tick.PutBackHandles.Length > 0) PutBack(tick);
            order.Take(tick);
            if (tick.PlacesHeld.Length + tick.TurnedAway.Length > 0) herald.TellWaiting(tick);
            if (tick.Talk is not null) talk.Take(tick.Talk);
            if (tick.Talk is not null) watch.Take(tick.Talk);
            if (tick.Talk is not null || tick.Left.Length + tick.Entered.Length > 0) Seat();
            Show(now);
            var took = time.GetElapsedTime(start);
            load.Worked(took, TimeSpan.FromMilliseconds(interval), now);
            meter.Ticked(room.Plan.Id, took, usher.TakeCounts(), load.Level);
            room.Rations.Level = load.Level;
        }
    }

    /// <summary>Those whose conversations need the media server have a seat there, and nobody else.</summary>
    void Seat()
    {
        if (!desk.IsThere) return;
        var guests = talk.Guests();
        if (guests.Count == 0 && !seated) return;
        seated = guests.Count > 0;
        desk.Follow(room.Plan.Id, guests, TellOfSound);
    }

    /// <summary>What the media server has to say to a client, in order with what it is told of its conversation.</summary>
    void TellOfSound(Viewer viewer, string signal)
    {
        lock (gate)
            if (room.Gallery.Has(viewer)) TalkHerald.TellSignal(viewer, Protocol.MediaServer, signal);
    }

    void PutBack(RoomTick tick)
    {
        herald.TellPutBack(tick);
        for (var i = 0; i < tick.PutBackHandles.Length; i++)
            if (room.Gallery.Find(tick.PutBackHandles[i]) is { } viewer) Steps.Tell(viewer, tick.PutBackStates[i]);
    }

    void TakePeople(RoomTick tick)
    {
        foreach (var departure in tick.Left)
        {
            if (room.Gallery.Find(departure.Handle) is { } viewer) ShowOut(viewer, departure);
            room.Forget(departure.Handle);
        }
        foreach (var person in tick.Entered)
        {
            if (room.TryEnter(person) && room.Gallery.Find(person.Handle) is { } viewer && viewer.Outlet.ConnectionId != person.Connection)
                Drop(viewer, DisconnectCode.TakenOver);
        }
        room.AdjustSight();
        herald.Gather(tick);
    }

    void ShowOut(Viewer viewer, Departure departure)
    {
        if (departure.Notice is { } notice) OrderHerald.ShowOut(viewer, notice);
        Drop(viewer, departure.Reason switch
        {
            DepartureReason.TakenOver => DisconnectCode.TakenOver,
            DepartureReason.RoomClosed => DisconnectCode.RoomClosed,
            DepartureReason.Banned => DisconnectCode.Banned,
            _ => null,
        }, departure.Ban);
    }

    /// <summary>Shows everybody what changed: first, on their own, those who see from another cell now; then those in each occupied cell together.</summary>
    void Show(long now)
    {
        herald.TellPeople(now);
        room.Mirror.CarryOn(now);
        if (room.Gallery.Count == 0) room.Rations.Reset();
        usher.ShowCrossing(now);
        owing = herald.OwesPeople;
        for (var cell = 0; cell < room.Gallery.Cells; cell++)
        {
            if (room.Gallery.In(cell).Count == 0) continue;
            if (room.Rations.Serves(cell)) Show(cell, now);
            owing |= !room.Rations.OwesNothing(cell);
        }
        usher.SettleCrossing();
        talk.TellConversations(now); // last: nobody's step waits for what is drawn on the floor
        owing |= talk.Owes;
        if (owing && !tellingRest)
        {
            tellingRest = true;
            _ = TellRestAsync();
        }
    }

    /// <summary>Writes this tick's message to everybody who stands in the cell.</summary>
    void Show(int cell, long now)
    {
        var shared = room.Rations.Share(cell, now);
        if (shared is not null) meter.Encoded(room.Frames.Length);
        foreach (var viewer in room.Gallery.In(cell))
        {
            if (viewer.Shown < 0) usher.CatchUp(viewer, now);
            else if (shared is not null) usher.Show(viewer, shared, cell);
        }
    }

    /// <summary>Runs while anything is owed: when the room falls silent there is no tick to tell it with.</summary>
    async Task TellRestAsync()
    {
        while (true)
        {
            TimeSpan pause;
            long seen;
            lock (gate) (seen, pause) = (room.Mirror.TickNumber, TimeSpan.FromMilliseconds(interval + Late));
            await Task.Delay(pause, time);
            lock (gate)
            {
                if (room.Mirror.TickNumber == seen)
                {
                    room.Mirror.BeginTick();
                    Show(time.Milliseconds());
                }
                if (!owing)
                {
                    tellingRest = false;
                    return;
                }
            }
        }
    }
}
