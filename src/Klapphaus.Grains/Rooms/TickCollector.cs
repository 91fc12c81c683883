using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Rooms;

namespace Klapphaus.Grains.Rooms;

/// <summary>Gathers what changes between two ticks; an avatar that walked twice is in it once, as it is now.</summary>
sealed class TickCollector
{
    readonly List<int> changed = [];
    readonly HashSet<int> inChanged = [];
    readonly List<RoomPerson> entered = [];
    readonly List<Departure> left = [];
    readonly HashSet<int> putBack = [];
    readonly List<string> placesHeld = [];
    readonly List<string> turnedAway = [];
    readonly List<Notice> notices = [];
    RoomPlan? plan;
    PolicyState? policy;

    public bool Empty => changed.Count + entered.Count + left.Count + putBack.Count + placesHeld.Count + turnedAway.Count + notices.Count == 0 && plan is null && policy is null;

    public void Changed(int handle)
    {
        if (inChanged.Add(handle)) changed.Add(handle);
    }

    public void Entered(RoomPerson person)
    {
        entered.RemoveAll(p => p.Handle == person.Handle);
        entered.Add(person);
        Changed(person.Handle);
    }

    public void Left(int handle, DepartureReason reason, BanState? ban, Notice? notice)
    {
        entered.RemoveAll(p => p.Handle == handle);
        left.Add(new(handle, reason, ban, notice));
    }

    public void PutBack(int handle) => putBack.Add(handle);

    public void PlaceHeld(string member) => placesHeld.Add(member);

    public void TurnedAway(string member) => turnedAway.Add(member);

    public void Plan(RoomPlan newPlan) => plan = newPlan;

    public void Policy(PolicyState newPolicy) => policy = newPolicy;

    public void Notify(Notice notice) => notices.Add(notice);

    /// <summary>The tick with everything gathered; gathers anew from here.</summary>
    public RoomTick Take(Room room, RoomTalk? talk, long number, Guid activation, int interval, long clock, long now)
    {
        changed.RemoveAll(h => room.Find(h) is null);
        putBack.RemoveWhere(h => room.Find(h) is null);
        var handles = changed.ToArray();
        var back = putBack.Count == 0 ? [] : putBack.ToArray();
        var tick = new RoomTick
        {
            Number = number,
            Activation = activation,
            Interval = interval,
            Handles = handles,
            States = States(room, handles),
            Ages = Ages(room, handles, now),
            SentAt = now,
            Clock = clock,
            Entered = entered.Count == 0 ? [] : entered.ToArray(),
            Left = left.Count == 0 ? [] : left.ToArray(),
            PutBackHandles = back,
            PutBackStates = States(room, back),
            PlacesHeld = placesHeld.Count == 0 ? [] : placesHeld.ToArray(),
            Plan = plan,
            Talk = talk,
            Notices = notices.Count == 0 ? [] : notices.ToArray(),
            Policy = policy,
            TurnedAway = turnedAway.Count == 0 ? [] : turnedAway.ToArray(),
        };
        changed.Clear();
        inChanged.Clear();
        entered.Clear();
        left.Clear();
        putBack.Clear();
        placesHeld.Clear();
        turnedAway.Clear();
        plan = null;
        notices.Clear();
        policy = null;
        return tick;
    }

    /// <summary>Everybody who is in the room, as a tick.</summary>
    public static RoomTick Everything(Room room, IEnumerable<RoomPerson> people, long number, Guid activation, int interval, long clock, long now, PolicyState policy)
    {
        var handles = room.Avatars.Select(a => a.Handle).ToArray();
        return new()
        {
            Number = number,
            Activation = activation,
            Interval = interval,
            Handles = handles,
            States = States(room, handles),
            Ages = Ages(room, handles, now),
            SentAt = now,
            Clock = clock,
            Entered = people.ToArray(),
            Policy = policy,
            Talk = room.Talk.All.Count == 0 ? null : new() { Changed = TalkCollector.Everything(room.Talk, now) },
        };
    }

    static uint[] States(Room room, int[] handles)
    {
        if (handles.Length == 0) return [];
        var states = new uint[handles.Length];
        for (var i = 0; i < handles.Length; i++)
        {
            var avatar = room.Find(handles[i])!;
            states[i] = AvatarState.Pack(avatar.Position.X, avatar.Position.Y, avatar.Heading);
        }
        return states;
    }

    static ushort[] Ages(Room room, int[] handles, long now)
    {
        if (handles.Length == 0) return [];
        var ages = new ushort[handles.Length];
        for (var i = 0; i < handles.Length; i++) ages[i] = (ushort)Math.Clamp(now - room.Find(handles[i])!.When, 0, ushort.MaxValue);
        return ages;
    }
}
