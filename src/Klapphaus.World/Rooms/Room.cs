using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Rooms;

/// <summary>
/// The rules of one room: who is in it, where, and how one may walk there. Plain and synchronous; time is an argument, in milliseconds on any
/// clock that does not run backwards. Nothing here sends: each rule returns what changed.
/// </summary>
public sealed class Room
{
    /// <summary>The heading of somebody who stands.</summary>
    public const int Standing = 255;

    /// <summary>Headings are 0 to 254, clockwise from east.</summary>
    public const int HeadingsPerTurn = 255;

    /// <summary>How long the avatar of a lost connection stays where it is.</summary>
    public const long Grace = 15_000;

    /// <summary>Walkers speak every half second; who is silent for three times that is not walking any more.</summary>
    public const long Silence = 1_500;

    /// <summary>For so long somebody is taken to walk on as it has said, in milliseconds.</summary>
    public const long CarryOn = 600;

    /// <summary>How near one must be to a door to go through it, in units from its edge.</summary>
    public const int DoorReach = 2 * Floor.UnitsPerTile;

    /// <summary>
    /// While a room moves between machines steps get lost, or come so late that they seem to be newer than they are: for so long after that, whatever can
    /// have been walked since the move is granted.
    /// </summary>
    public const long Settling = 10_000;

    /// <summary>Who is put nearer than this to somebody stands on their feet, in units.</summary>
    public const int ElbowRoom = 4 * Floor.UnitsPerTile / 5;

    /// <summary>A place that a member claims to have stood at is believed this long after the room lost its memory.</summary>
    public const long Recovery = 60_000;

    readonly Dictionary<string, Restraint> restraints = [];
    readonly Dictionary<string, Avatar> byMember = [];
    readonly Handles handles = new();
    Avatar?[] byHandle = new Avatar?[64];
    int arrivals;

    public Room(FloorPlan plan)
    {
        Plan = plan;
        Talk = new(this);
    }

    public FloorPlan Plan { get; private set; }

    /// <summary>Who talks with whom.</summary>
    public RoomConversations Talk { get; }

    /// <summary>Who may be in it at all.</summary>
    public Doorkeeper Doorkeeper { get; } = new();

    /// <summary>Who waits for a place.</summary>
    public WaitingLine Line { get; } = new();

    /// <summary>Under which names those inside are shown, as soon as it has been told their own. Whoever leaves is forgotten there, too.</summary>
    public Namesakes Names { get; } = new();

    public int Count => byMember.Count;

    /// <summary>Everybody in the room, in no order.</summary>
    public IReadOnlyCollection<Avatar> Avatars => byMember.Values;

    public Avatar? Find(string member) => byMember.GetValueOrDefault(member);

    public Avatar? Find(int handle) => (uint)handle < (uint)byHandle.Length ? byHandle[handle] : null;

    /// <summary>Whether there is a place for this member; one who is inside, or for whom one is held, always has it.</summary>
    public bool HasPlaceFor(string member) =>
        byMember.ContainsKey(member) || Line.HoldsFor(member) || Count + Line.Held < Plan.Capacity;

    /// <summary>
    /// Brings a member in, or finds it again where it stands. Null when the room is full.
    /// </summary>
    /// <param name="member">The member's id.</param>
    /// <param name="entry">Id of the entry; the default one when null or unknown.</param>
    /// <param name="stoodAt">Where the member says it stood before the room lost its memory, or null.</param>
    /// <param name="memoryLostAt">When this room came up without knowing who was in it, or null.</param>
    /// <param name="now">Milliseconds.</param>
    /// <param name="unheard">For how long nothing could reach the room from where the member was connected, in milliseconds; 0 when all was well.</param>
    /// <param name="area">Id of the area in which a newcomer arrives, where it has a free place; by the entry when null.</param>
    public Avatar? Enter(string member, string? entry, Position? stoodAt, long? memoryLostAt, long now, long unheard = 0, string? area = null)
    {
        if (byMember.TryGetValue(member, out var known))
        {
            known.LostSince = null;
            Talk.Found(known, now);
            // it may have walked on while the connection broke: a step like any other, but its word of starting may be among those that got lost
            known.Striding = true;
            if (stoodAt is { } there && Walk(known.Handle, there, Standing, now) != StepOutcome.Taken && unheard > 0)
                Grant(known, new(there, Standing, now), unheard);
            return known;
        }

        if (!HasPlaceFor(member)) return null;
        Line.Leave(member);
        var believed = stoodAt is { } stood && memoryLostAt is { } lost && now - lost <= Recovery && Plan.IsFree(stood);
        var within = believed || area is null ? null : FreePlaceIn(area, now);
        var avatar = Put(member, handles.Take(now), believed ? stoodAt!.Value : within ?? Arrival(entry), now);
        if (believed) Talk.Restored(avatar, now); // it is back where it was, and so with whom it was
        else if (within is not null) Talk.Stopped(avatar, now); // who stands in an area takes part there, also without having walked
        return avatar;
    }

    /// <summary>
    /// Takes an avatar over that this room has forgotten, from who still knows it. It stands or walks where its client says, if it can have come there
    /// from where it was last known; it keeps its number unless somebody has it by now.
    /// </summary>
    /// <param name="member">The member's id.</param>
    /// <param name="handle">The number it had.</param>
    /// <param name="known">Where the room had it last.</param>
    /// <param name="said">What its client has said since; the same when that is nothing.</param>
    /// <param name="now">Milliseconds.</param>
    /// <param name="lostSince">Since when its connection is lost, or null.</param>
    /// <returns>Null when the member is here already.</returns>
    public Avatar? Restore(string member, int handle, Sighting known, Sighting said, long now, long? lostSince = null)
    {
        if (byMember.ContainsKey(member)) return null;
        var number = handles.TryClaim(handle, now) ? handle : handles.Take(now);
        var believed = IsCredible(known.At, said.At, said.When - known.When) ? said : known;
        var avatar = Put(member, number, Plan.IsFree(believed.At) ? believed.At : Plan.NearestFree(believed.At), believed.When);
        if ((uint)believed.Heading < Standing) (avatar.Heading, avatar.Striding) = (believed.Heading, true);
        avatar.LostSince = lostSince;
        avatar.Restored = new(avatar.Position, avatar.Heading, avatar.When);
        avatar.SettledAt = now + Settling;
        if (avatar.Heading != Standing) avatar.StoodSince = long.MaxValue;
        Talk.Restored(avatar, now);
        return avatar;
    }

    /// <summary>
    /// Lets an avatar stand where it has walked to while its steps could not reach the room, if that can be walked in the time; around which corners it
    /// went, nobody knows.
    /// </summary>
    /// <param name="avatar">Whose.</param>
    /// <param name="said">Where its client says it is.</param>
    /// <param name="unheard">For how long nothing came through, in milliseconds.</param>
    public bool Grant(Avatar avatar, Sighting said, long unheard)
    {
        if (!IsCredible(avatar.Position, said.At, unheard)) return false;
        avatar.Position = said.At;
        avatar.Heading = said.Heading;
        avatar.Striding = said.Heading != Standing;
        avatar.When = Math.Max(avatar.When, said.When);
        avatar.Pace = Pace.At(avatar.When);
        Talk.Walked(avatar, moved: true, said.When);
        return true;
    }

    bool IsCredible(Position known, Position said, long time) => Plan.IsFree(said) && known.DistanceTo(said) <= Pace.StandingReserve + Pace.WayIn(time);

    /// <summary>Takes a step, if it can be one.</summary>
    /// <param name="handle">Whose.</param>
    /// <param name="to">Where the avatar says it is.</param>
    /// <param name="heading">Where it walks from there, or <see cref="Standing"/>.</param>
    /// <param name="when">When it was there, in milliseconds.</param>
    public StepOutcome Walk(int handle, Position to, int heading, long when)
    {
        if (Find(handle) is not { } avatar) return StepOutcome.Unknown;
        if ((uint)heading > Standing || !MayCome(avatar, to, when, out var way) && !MayHaveCome(avatar, to, when))
        {
            Stop(avatar, when);
            avatar.Striding = false;
            return StepOutcome.PutBack;
        }

        avatar.Pace.Spend(way, when, avatar.Striding);
        avatar.Striding = heading != Standing;
        var moved = avatar.Position != to;
        avatar.Position = to;
        avatar.Heading = heading;
        avatar.When = Math.Max(avatar.When, when);
        Talk.Walked(avatar, moved, when);
        return StepOutcome.Taken;
    }

    /// <summary>The connection of a member is gone; the avatar stands and waits for it. Null when it is not here, or was lost already.</summary>
    public Avatar? Lose(string member, long now)
    {
        if (Find(member) is not { LostSince: null } avatar) return null;
        avatar.LostSince = now;
        Stop(avatar, now);
        return avatar;
    }

    /// <summary>Lets those stand who walk and have not been heard of for longer than <see cref="Silence"/>; what they walked meanwhile is still granted.</summary>
    /// <returns>Those who stand now.</returns>
    public IReadOnlyList<Avatar> Halt(long now)
    {
        List<Avatar>? halted = null;
        foreach (var avatar in byMember.Values)
        {
            if (avatar.Heading == Standing || now - avatar.When <= Silence) continue;
            Stop(avatar, now);
            (halted ??= []).Add(avatar);
        }
        return halted ?? [];
    }

    /// <summary>The connection is there after all.</summary>
    public void Keep(string member, long now)
    {
        if (Find(member) is not { LostSince: not null } avatar) return;
        avatar.LostSince = null;
        Talk.Found(avatar, now);
    }

    /// <summary>Keeps a member from being heard or seen in this room, or no longer; it holds, too, when the member leaves and comes back.</summary>
    public void Restrain(string member, Restraint restraint)
    {
        if (restraint.IsNone) restraints.Remove(member);
        else restraints[member] = restraint;
        if (Find(member) is not { } avatar || avatar.Restraint == restraint) return;
        avatar.Restraint = restraint;
        Talk.RightsChanged(avatar);
    }

    /// <summary>Whom a moderator keeps from something, whether they are here or not.</summary>
    public IReadOnlyDictionary<string, Restraint> Restraints => restraints;

    /// <summary>Says what somebody is, and so what it may do here.</summary>
    public void Settle(Avatar avatar, Role role)
    {
        avatar.Role = role;
        Grant(avatar);
    }

    /// <summary>Puts a policy in force, for those inside as well.</summary>
    /// <returns>Those who may not stay.</returns>
    public IReadOnlyList<Avatar> UsePolicy(RoomPolicy policy, DateTimeOffset now)
    {
        if (policy.WaitingRoom && !Doorkeeper.Policy.WaitingRoom)
            foreach (var member in byMember.Keys.Concat(Line.All)) Doorkeeper.WaitingRoom.Keep(member);
        Doorkeeper.Policy = policy;
        foreach (var avatar in byMember.Values) Grant(avatar);
        return NotWelcome(now);
    }

    /// <summary>Those who are inside and may not be, or not any more.</summary>
    public IReadOnlyList<Avatar> NotWelcome(DateTimeOffset now) =>
        [.. byMember.Values.Where(a => Doorkeeper.Judge(a.Member, a.Role, now) != Admission.Welcome)];

    /// <summary>Puts somebody to another place; beside it where one cannot stand.</summary>
    public void Put(Avatar avatar, Position to, long now)
    {
        avatar.Position = Plan.IsFree(to) ? to : Plan.NearestFree(to);
        Stop(avatar, now);
        avatar.Striding = false;
        avatar.When = now;
        avatar.Pace = Pace.At(now);
        Talk.Walked(avatar, moved: true, now);
    }

    void Grant(Avatar avatar)
    {
        var rights = Doorkeeper.Policy.RightsOf(avatar.Role);
        if (avatar.Rights == rights) return;
        avatar.Rights = rights;
        Talk.RightsChanged(avatar);
    }

    /// <summary>Takes a member out; null when it was not here.</summary>
    public Avatar? Leave(string member, long now)
    {
        if (!byMember.Remove(member, out var avatar)) return null;
        Names.Leave(member);
        Talk.Gone(avatar, now);
        byHandle[avatar.Handle] = null;
        handles.GiveBack(avatar.Handle, now);
        return avatar;
    }

    /// <summary>Takes everybody out whose connection has been lost for longer than <see cref="Grace"/>.</summary>
    public IReadOnlyList<Avatar> Expire(long now)
    {
        List<Avatar>? gone = null;
        foreach (var avatar in byMember.Values)
            if (avatar.LostSince is { } since && now - since >= Grace) (gone ??= []).Add(avatar);
        if (gone is null) return [];
        foreach (var avatar in gone) Leave(avatar.Member, now);
        return gone;
    }

    /// <summary>Puts another floor plan in force. Nobody is thrown out; who would stand in a wall is put beside it.</summary>
    /// <returns>Those who were moved.</returns>
    public IReadOnlyList<Avatar> ChangePlan(FloorPlan newPlan, long now)
    {
        Plan = newPlan;
        List<Avatar> moved = [];
        foreach (var avatar in byMember.Values)
        {
            if (newPlan.IsFree(avatar.Position)) continue;
            Put(avatar, newPlan.NearestFree(avatar.Position), now);
            moved.Add(avatar);
        }
        Talk.PlanChanged(now);
        return moved;
    }

    /// <summary>The door, if there is one of that name and the avatar stands at it.</summary>
    public (Door? Door, bool TooFar) FindDoor(Avatar avatar, string id)
    {
        foreach (var door in Plan.Doors)
            if (string.Equals(door.Id, id, StringComparison.Ordinal)) return (door, door.Rect.DistanceTo(avatar.Position) > DoorReach);
        return (null, false);
    }

    void Stop(Avatar avatar, long when)
    {
        if (avatar.Heading == Standing) return;
        avatar.Heading = Standing;
        Talk.Stopped(avatar, when);
    }

    bool MayHaveCome(Avatar avatar, Position to, long when) => when <= avatar.SettledAt && IsCredible(avatar.Restored.At, to, when - avatar.Restored.When);

    bool MayCome(Avatar avatar, Position to, long when, out double way)
    {
        way = 0;
        if (!Plan.IsFree(to)) return false;
        var allowed = avatar.Pace.Allows(when, avatar.Striding);
        way = avatar.Position.DistanceTo(to);
        if (way > allowed) return false;
        // two steps within one tick are seen as one: around a corner the straight line is blocked though the way was not
        return Plan.ClearLine(avatar.Position, to) || Plan.WayWithin(avatar.Position, to, (int)allowed);
    }

    Avatar Put(string member, int handle, Position position, long now)
    {
        var avatar = new Avatar { Member = member, Handle = handle, Position = position, When = now, Pace = Pace.At(now), StoodSince = now, Restraint = restraints.GetValueOrDefault(member) };
        if (handle >= byHandle.Length) Array.Resize(ref byHandle, Math.Max(handle + 1, byHandle.Length * 2));
        byHandle[handle] = avatar;
        byMember[member] = avatar;
        return avatar;
    }

    /// <summary>Where nobody stands in an area, as near to its middle as can be; null when it is full, or there is none of that name.</summary>
    Position? FreePlaceIn(string area, long now)
    {
        if (Plan.FindArea(area) is not { } found) return null;
        foreach (var place in Plan.PlacesIn(found.Rect))
            if (!byMember.Values.Any(other => other.At(now).DistanceTo(place) < ElbowRoom)) return place;
        return null;
    }

    Position Arrival(string? entry)
    {
        var named = Plan.Entries.FirstOrDefault(e => string.Equals(e.Id, entry, StringComparison.Ordinal));
        return Plan.ArrivalAt(named ?? Plan.Entries.FirstOrDefault(e => e.IsDefault) ?? Plan.Entries[0], arrivals++);
    }
}
