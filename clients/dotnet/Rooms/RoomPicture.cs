using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>
/// The room as this client sees it: the plan, who is here, and where everybody is to be drawn now. It knows no network:
/// news is applied to it, by the connection or by a test. All members may be used from any thread.
/// </summary>
/// <param name="time">The clock that walkers are carried on by.</param>
public sealed partial class RoomPicture(TimeProvider time)
{
    readonly Lock gate = new();
    readonly long origin = time.GetTimestamp();
    readonly People people = new();
    readonly Dictionary<int, Heard> heard = [];
    readonly Heard own = new();
    RoomSummary? room;
    FloorPlanView? plan;
    Sight sight;
    int handle = -1;
    long arrivals;

    /// <summary>Something in the picture is new; raised after it, outside of any lock.</summary>
    public event Action? Changed;

    /// <summary>The own avatar was placed by the server: it entered a room, or was put back.</summary>
    internal event Action<WalkOutcome>? OwnPlaced;

    /// <summary>This picture's time, since it was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>The room one is in, or null.</summary>
    public RoomSummary? Room { get { lock (gate) return room; } }

    public FloorPlanView? Plan { get { lock (gate) return plan; } }

    /// <summary>The own avatar's number in this room; -1 outside of any room.</summary>
    public int Handle { get { lock (gate) return handle; } }

    /// <summary>How often a room was entered; grows by one with each <see cref="RoomEnteredEvent"/>.</summary>
    public long Arrivals { get { lock (gate) return arrivals; } }

    /// <summary>Everybody in the room, in sight or not, the own avatar among them.</summary>
    public PersonView[] People { get { lock (gate) return people.All; } }

    /// <summary>Where the own avatar is by its own word, carried on like everybody's.</summary>
    public Position Own => OwnAt(Now);

    /// <summary>The own heading, 0 to 254, or <see cref="Protocol.Standing"/>.</summary>
    public int OwnHeading { get { lock (gate) return own.Heading; } }

    /// <summary>Cells that one sees in each direction; 0 for the whole room.</summary>
    public int SightCells { get { lock (gate) return sight.Cells; } }

    public PersonView? PersonOf(int avatar) { lock (gate) return people.Of(avatar); }

    public PersonView? PersonOf(string memberId) { lock (gate) return people.Of(memberId); }

    public Position OwnAt(TimeSpan now) { lock (gate) return own.Where(now, plan); }

    /// <summary>Where to draw an avatar now; null when it is not in sight or nothing was heard of it.</summary>
    public Position? At(int avatar) => At(avatar, Now);

    /// <summary>The same for a member.</summary>
    public Position? At(string memberId) => PersonOf(memberId) is { } person ? At(person.Handle) : null;

    public Position? At(int avatar, TimeSpan now)
    {
        lock (gate)
        {
            if (avatar == handle)
                return own.Where(now, plan);
            if (!heard.TryGetValue(avatar, out var last))
                return null;
            var there = last.Where(now, plan);
            return sight.Reaches(there) ? there : null;
        }
    }

    /// <summary>Whether somebody at a place would be in sight now.</summary>
    public bool IsInSight(Position place) { lock (gate) return sight.Reaches(place); }

    /// <summary>True when somebody stands still, and not only because there was no news for too long.</summary>
    public bool Stands(int avatar)
    {
        lock (gate)
            return avatar == handle ? own.Heading == Protocol.Standing : heard.TryGetValue(avatar, out var last) && last.Heading == Protocol.Standing;
    }

    /// <summary>Everybody who is to be drawn now, the own avatar among them.</summary>
    public List<SeenAvatar> InSight() => InSight(Now);

    public List<SeenAvatar> InSight(TimeSpan now)
    {
        lock (gate)
        {
            var seen = new List<SeenAvatar>(heard.Count + 1);
            if (handle < 0)
                return seen;
            var here = own.Where(now, plan);
            seen.Add(new(handle, people.Of(handle), here, own.Heading));
            foreach (var (avatar, last) in heard)
            {
                var there = last.Where(now, plan);
                if (avatar != handle && sight.Reaches(there))
                    seen.Add(new(avatar, people.Of(avatar), there, last.Walks(now) ? last.Heading : Protocol.Standing));
            }
            return seen;
        }
    }

    /// <summary>True while the picture changes without news, because somebody is carried on.</summary>
    internal bool IsInMotion
    {
        get
        {
            var now = Now;
            lock (gate)
                return own.Walks(now) || heard.Values.Any(last => last.Walks(now));
        }
    }
}
