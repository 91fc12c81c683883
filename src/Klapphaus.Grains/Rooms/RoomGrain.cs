using System.Text;
using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Conversations;
using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Grains.Rooms;

/// <summary>
/// Keeps the order of what happens in one room and asks its rules (<see cref="Room"/>). What changed goes out as one numbered tick: at once after a
/// silence, then every 50 ms, or every 100 ms when the room is full of people; never when nothing changed.
/// </summary>
[Orleans.Placement.ResourceOptimizedPlacement] // near the people who wake it up, unless that machine has much more to do than another
sealed partial class RoomGrain(
    [PersistentState("room", Storage.Name)] IPersistentState<RoomGrainState> stored,
    LocalRooms local,
    RoomAddress address,
    RoomSound sound,
    HouseClock wall,
    TimeProvider time,
    ILogger<RoomGrain> log) : Grain, IRoomGrain, IGrainMigrationParticipant
{
    /// <summary>From this many people on a tick takes twice as long: half the writes, and the picture is drawn as smoothly (measured, p99 0.17 tile).</summary>
    const int Crowd = 150;
    const int QuickTick = 50;
    const int CrowdTick = 100;

    /// <summary>A room that moves to another machine is the same activation by another clock.</summary>
    readonly long clock = Random.Shared.NextInt64();
    Guid activation = Guid.NewGuid();
    readonly TickCollector changes = new();
    readonly Dictionary<int, RoomPerson> people = [];
    readonly FeedRegister feeds = new();
    Room? room;
    long number;
    long lastTick;
    long activatedAt;
    long lastArrival;
    long heldAt;
    bool armed;
    IGrainTimer tickTimer = null!;
    IGrainTimer careTimer = null!;

    int Interval => people.Count >= Crowd ? CrowdTick : QuickTick;

    string Id => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        activatedAt = time.Milliseconds();
        if (brought is not null) activation = brought.Activation;
        tickTimer = this.RegisterGrainTimer(Tick, Once());
        careTimer = this.RegisterGrainTimer(Care, Once());
        lookTimer = this.RegisterGrainTimer(Look, Once());
        if (stored.State.Plan is { } plan && Read(plan) is { } floor)
        {
            room = NewRoom(floor);
            log.RoomUp(Id, floor.Version);
        }
        if (brought is not null) TakeOver(brought);
        local.Add(Id, this.AsReference<IRoomGrain>());
        return Task.CompletedTask;

        static GrainTimerCreationOptions Once() =>
            new() { DueTime = Timeout.InfiniteTimeSpan, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true };
    }

    public Task<RoomSnapshot?> Attach(FeedAttachment attachment)
    {
        if (room is null) return Task.FromResult<RoomSnapshot?>(null);
        var now = time.Milliseconds();
        var silent = feeds.SilentFor(attachment.Feed, now);
        feeds.Add(attachment.Feed, attachment.Observer, now);
        foreach (var resident in attachment.Residents)
        {
            if (Restore(resident, now, null) is { } restored) changes.Entered(people[restored.Handle]);
            else if (Find(resident.Person) is { } known) Hear(known, Sighting(resident.Said, now - resident.SaidAge), silent);
        }
        // what was before counts only for a room that has forgotten it: a conversation that is over must not come back
        if (attachment.Activation != activation && now - activatedAt <= Nearness.Recovery)
            foreach (var conversation in attachment.Conversations) TalkCollector.Restore(room, conversation, now);
        Arm();
        if (attachment.Residents.Length > 0) RoomMeter.Recovered(attachment.Residents.Length);
        StartCare();
        return Task.FromResult<RoomSnapshot?>(new()
        {
            Plan = stored.State.Plan!,
            State = TickCollector.Everything(room, people.Values, number, activation, Interval, clock, now, stored.State.Policy),
        });
    }

    public Task<bool> Renew(string feed, Guid activation, int[] handles)
    {
        var now = time.Milliseconds();
        if (room is null || activation != this.activation || !feeds.Renew(feed, now)) return Task.FromResult(false);
        var there = handles.ToHashSet();
        foreach (var person in people.Values)
        {
            if (person.Feed != feed) continue;
            if (there.Contains(person.Handle)) room.Keep(person.Member, now);
            else Lost(person.Member, now);
        }
        return Task.FromResult(true);
    }

    public Task Detach(string feed, IRoomObserver observer)
    {
        feeds.Remove(feed, observer);
        return Task.CompletedTask;
    }

    public Task<RoomEntry> Enter(RoomEnter request)
    {
        if (room is null) return Task.FromResult(new RoomEntry { Error = ErrorCode.RoomUnknown });
        if (Refuse(request.Person.Member, request.Person.Role) is { } refusal) return Task.FromResult(refusal);
        Position? stoodAt = request.StoodAt is { } s ? new(AvatarState.X(s), AvatarState.Y(s)) : null;
        var now = time.Milliseconds();
        var before = room.Find(request.Person.Member) is { } there ? people[there.Handle] : null;
        var avatar = room.Enter(request.Person.Member, request.Entry, stoodAt, activatedAt, now, before is null ? 0 : feeds.SilentFor(before.Feed, now), request.Area);
        if (avatar is null) return Task.FromResult(new RoomEntry { Error = ErrorCode.RoomFull });

        lastArrival = Math.Max(lastArrival + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
        var person = Named(
            request.Person with { Handle = avatar.Handle, Arrival = lastArrival, Muted = avatar.Muted, Unseen = avatar.Restraint.Unseen },
            now - activatedAt <= Room.Recovery ? request.Number : 0);
        people[avatar.Handle] = person;
        Settle(avatar, person);
        changes.Entered(person);
        Arm();
        StartCare();
        return Task.FromResult(new RoomEntry
        {
            Person = person,
            Activation = activation,
            State = AvatarState.Pack(avatar.Position.X, avatar.Position.Y, avatar.Heading),
            News = WhoWaits(avatar) is { } somebody ? [somebody] : [],
        });
    }

    public Task Leave(string member, string connection)
    {
        if (room?.Leave(member, time.Milliseconds()) is { } avatar)
        {
            var before = people.GetValueOrDefault(avatar.Handle);
            Gone(avatar.Handle, before?.Connection == connection ? DepartureReason.Left : DepartureReason.TakenOver);
        }
        return Task.CompletedTask;
    }

    public Task Dismiss(string member, DepartureReason reason, BanState? ban)
    {
        DropWaiting(member);
        if (reason == DepartureReason.Banned && room?.Doorkeeper.WaitingRoom.Forget(member) == true) _ = KeepLetInAsync();
        if (room?.Leave(member, time.Milliseconds()) is { } avatar) Gone(avatar.Handle, reason, ban);
        return Task.CompletedTask;
    }

    public Task Lose(string member, string connection)
    {
        if (room?.Find(member) is { } avatar && people[avatar.Handle].Connection == connection) Lost(member, time.Milliseconds());
        return Task.CompletedTask;
    }

    public Task Walk(StepBatch batch)
    {
        if (room is null) return Task.CompletedTask;
        var now = time.Milliseconds();
        var (late, overtaken) = feeds.Heard(batch.Feed, batch.SentAt, now);
        var sentAt = now - late;
        var refused = 0;
        for (var i = 0; i < batch.Handles.Length; i++)
        {
            var handle = batch.Handles[i];
            if (!people.TryGetValue(handle, out var person) || person.Feed != batch.Feed) continue;
            if (overtaken && room.Find(handle)!.When >= sentAt - batch.Ages[i]) continue; // a newer step of it is taken already
            var state = batch.States[i];
            var outcome = room.Walk(handle, new(AvatarState.X(state), AvatarState.Y(state)), AvatarState.Heading(state), sentAt - batch.Ages[i]);
            if (outcome == StepOutcome.PutBack)
            {
                changes.PutBack(handle);
                refused++;
            }
            changes.Changed(handle);
        }
        RoomMeter.Walked(batch.Handles.Length - refused, refused);
        Arm();
        return Task.CompletedTask;
    }

    public Task<DoorAnswer> FindDoor(string member, string door)
    {
        if (room?.Find(member) is not { } avatar) return Task.FromResult(new DoorAnswer { Error = ErrorCode.NotInRoom });
        var (found, tooFar) = room.FindDoor(avatar, door);
        return Task.FromResult(found is null ? new DoorAnswer { Error = ErrorCode.DoorUnknown }
            : tooFar ? new DoorAnswer { Error = ErrorCode.DoorTooFar }
            : new DoorAnswer { Room = found.Room, Entry = found.Entry });
    }

    public async Task UsePlan(RoomPlan? plan)
    {
        // an empty room goes to sleep, and wakes up near the first who comes in
        if (people.Count == 0 && feeds.Count == 0 && !IsOwed) DeactivateOnIdle();
        if (stored.State.Plan == plan || stored.State.Plan is { } old && plan is not null && Same(old, plan)) return;
        var floor = plan is null ? null : Read(plan);
        if (plan is not null && floor is null) return; // the house has checked it; a plan that cannot be read does not replace one that can
        stored.State.Plan = plan;
        await WriteAsync();
        if (floor is null) Close();
        else if (room is null) room = NewRoom(floor);
        else
        {
            var moved = room.ChangePlan(floor, time.Milliseconds());
            foreach (var avatar in moved)
            {
                changes.PutBack(avatar.Handle);
                changes.Changed(avatar.Handle);
            }
            changes.Plan(plan!);
            log.PlanChanged(Id, floor.Version, moved.Count);
            ServeLine();
            Arm();
        }
    }

    public Task<RoomPlan?> Plan() => Task.FromResult(room is null ? null : stored.State.Plan);

    static bool Same(RoomPlan a, RoomPlan b) =>
        a.Json == b.Json && a.Capacity == b.Capacity && a.Neighbours.Count == b.Neighbours.Count &&
        a.Neighbours.All(n => b.Neighbours.TryGetValue(n.Key, out var names) && names.Count == n.Value.Count && names.All(t => n.Value.GetValueOrDefault(t.Key) == t.Value));

    Avatar? Restore(RoomResident resident, long now, long? lostSince)
    {
        var person = resident.Person;
        if (Refuse(person.Member, person.Role) is not null) return null; // it had just been shown out when the room was lost
        var avatar = room!.Restore(
            person.Member, person.Handle, Sighting(resident.Known, now - resident.KnownAge), Sighting(resident.Said, now - resident.SaidAge), now, lostSince);
        if (avatar is null) return null;
        people[avatar.Handle] = NamedAgain(person with { Handle = avatar.Handle });
        Settle(avatar, person);
        lastArrival = Math.Max(lastArrival, person.Arrival);
        return avatar;
    }

    /// <summary>The last that a client has said, which may not have come through: a step like any other, and granted or put back like one.</summary>
    void Hear(Avatar avatar, Sighting said, long silent)
    {
        if (said.When < avatar.When) return;
        if (room!.Walk(avatar.Handle, said.At, said.Heading, said.When) != StepOutcome.Taken && !(silent > 0 && room.Grant(avatar, said, silent)))
            changes.PutBack(avatar.Handle);
        changes.Changed(avatar.Handle);
    }

    /// <summary>The avatar of somebody who is here by that very connection.</summary>
    Avatar? Find(RoomPerson person) => room!.Find(person.Member) is { } avatar && people[avatar.Handle].Connection == person.Connection ? avatar : null;

    static Sighting Sighting(uint state, long when) => new(new(AvatarState.X(state), AvatarState.Y(state)), AvatarState.Heading(state), when);

    void Lost(string member, long now)
    {
        if (room!.Lose(member, now) is not { } avatar) return;
        changes.Changed(avatar.Handle);
        Arm();
        StartCare();
    }

    void Gone(int handle, DepartureReason reason, BanState? ban = null, Notice? notice = null)
    {
        people.Remove(handle);
        changes.Left(handle, reason, ban, notice);
        ServeLine();
        Arm();
    }

    void Close()
    {
        foreach (var avatar in room!.Avatars.ToList())
        {
            room.Leave(avatar.Member, time.Milliseconds());
            Gone(avatar.Handle, DepartureReason.RoomClosed);
        }
        _ = Tick(CancellationToken.None);
        room = null;
    }

    void Arm()
    {
        if (room is not null) ArmLook();
        if (armed || IsQuiet) return;
        armed = true;
        var due = Math.Max(0, lastTick + Interval - time.Milliseconds());
        tickTimer.Change(TimeSpan.FromMilliseconds(due), Timeout.InfiniteTimeSpan);
    }

    /// <summary>There is nothing to hand out.</summary>
    bool IsQuiet => changes.Empty && talk.Empty && room?.Talk.Changes.Empty != false;

    Task Tick(CancellationToken cancellationToken)
    {
        armed = false;
        if (room is null || IsQuiet) return Task.CompletedTask;
        lastTick = time.Milliseconds();
        var tick = changes.Take(room, talk.Take(room.Talk, lastTick), ++number, activation, Interval, clock, lastTick);
        feeds.Tell(tick);
        RoomMeter.Ticked();
        return Task.CompletedTask;
    }

    void StartCare() => careTimer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

    /// <summary>Once a second while there is anybody or anything to look after: lost connections, held places, silent feeds.</summary>
    Task Care(CancellationToken cancellationToken)
    {
        if (room is null) return Task.CompletedTask;
        var now = time.Milliseconds();
        foreach (var silent in feeds.RemoveSilent(now))
        {
            log.FeedSilent(Id, silent);
            foreach (var person in people.Values.Where(p => p.Feed == silent)) Lost(person.Member, now);
            DropWaitingAt(silent);
        }
        if (now - heldAt >= RoomAddress.Interval) _ = HoldAsync(now);
        foreach (var avatar in room.Halt(now)) changes.Changed(avatar.Handle);
        Arm();
        foreach (var avatar in room.Expire(now)) Gone(avatar.Handle, DepartureReason.Expired);
        ServeLine();
        CareForOrder();
        if (people.Count > 0 || room.Line.Busy || feeds.Count > 0 || IsOwed) StartCare();
        return Task.CompletedTask;
    }

    async Task HoldAsync(long now)
    {
        heldAt = now;
        try
        {
            await address.HoldAsync(GrainContext.Address);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.AddressUnknown(Id, e.GetType().Name); // the store does not answer; nobody who is here needs it
        }
    }

    FloorPlan? Read(RoomPlan plan)
    {
        var reading = FloorPlanReader.Read(plan.Id, Encoding.UTF8.GetBytes(plan.Json));
        if (reading.Plan is null) log.PlanUnusable(Id, string.Join("; ", reading.Faults));
        return reading.Plan?.WithCapacity(plan.Capacity);
    }
}
