using Klapphaus.Contracts;
using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Rooms;

/// <summary>What a feed knows of its room: the plan, the people, where they are, and which of them are clients of this process. Its feed holds the lock.</summary>
sealed class MirroredRoom
{
    readonly Sight sight = new();
    readonly Dictionary<int, Resident> people = [];

    public MirroredRoom(PlanViews plan)
    {
        Plan = plan;
        var grid = new CellGrid(plan.Floor.Width, plan.Floor.Height);
        Mirror = new(grid);
        Frames = new(Mirror, sight.Cells);
        Rations = new(Mirror, Frames);
        Gallery = new(grid.Count);
    }

    readonly record struct Resident(RoomPerson Person, PersonView View);

    public PlanViews Plan { get; private set; }

    /// <summary>Who may do what in the room.</summary>
    public PolicyState Policy { get; set; } = new();

    public RoomMirror Mirror { get; private set; }

    public FrameWriter Frames { get; private set; }

    public Rations Rations { get; private set; }

    public Gallery Gallery { get; private set; }

    public RoomSummary Summary => Plan.Summary(people.Count);

    public int Count => people.Count;

    public IEnumerable<int> Handles => people.Keys;

    public IEnumerable<RoomPerson> People => people.Values.Select(p => p.Person);

    /// <summary>Everybody, as clients are told of them.</summary>
    public PersonView[] Views()
    {
        var views = new PersonView[people.Count];
        var i = 0;
        foreach (var resident in people.Values) views[i++] = resident.View;
        return views;
    }

    public RoomPerson? PersonOf(int handle) => people.TryGetValue(handle, out var resident) ? resident.Person : null;

    public PersonView ViewOf(int handle) => people[handle].View;

    /// <summary>False when the same member has come in later by another connection: then this is old news.</summary>
    public bool TryEnter(RoomPerson person)
    {
        if (people.TryGetValue(person.Handle, out var known) && known.Person.Arrival > person.Arrival) return false;
        people[person.Handle] = new(person, PlanViews.Person(person));
        Mark(person);
        return true;
    }

    /// <summary>
    /// The same by the answer to a client of this process that has come in. A tick may have been quicker, and knows what has become of it since: then that counts.
    /// </summary>
    public bool TryEnterAnswered(RoomPerson person) =>
        people.TryGetValue(person.Handle, out var known) && (known.Person.Arrival, known.Person.Connection) == (person.Arrival, person.Connection) || TryEnter(person);

    /// <summary>Forgets everybody; gives those who were clients of this process.</summary>
    public List<Viewer> Clear()
    {
        List<Viewer> own = [.. Gallery.All];
        people.Clear();
        Furnish();
        return own;
    }

    public void Forget(int handle)
    {
        people.Remove(handle);
        Mirror.Remove(handle);
    }

    /// <summary>Takes in where everybody is.</summary>
    /// <param name="tick">The room's news.</param>
    /// <param name="sentAt">When they went off, in milliseconds on this process's clock.</param>
    public void Put(RoomTick tick, long sentAt)
    {
        for (var i = 0; i < tick.Handles.Length; i++) Mirror.Put(tick.Handles[i], tick.States[i], sentAt - tick.Ages[i]);
    }

    /// <summary>As many more or fewer are here, one sees less or more far; then everybody needs everything anew.</summary>
    public void AdjustSight()
    {
        if (!sight.Adjust(people.Count)) return;
        Frames.SeeAsFar(sight.Cells);
        ShowAllAnew();
    }

    public void ShowAllAnew()
    {
        foreach (var viewer in Gallery.All) viewer.Shown = -1;
        Rations.Reset();
    }

    /// <summary>A viewer stands where its avatar is from now on, and knows all that is in sight, or is behind and will be shown all.</summary>
    public void Settle(Viewer viewer)
    {
        var cell = Mirror.CellOf(viewer.Handle);
        if (Gallery.In(cell).Count == 0) Rations.Open(cell);
        Gallery.Place(viewer, cell);
    }

    /// <summary>The same for one who stands in a cell already.</summary>
    public void Rehome(Viewer viewer)
    {
        if (Mirror.CellOf(viewer.Handle) == viewer.Cell) return;
        Gallery.TakeAway(viewer);
        Settle(viewer);
    }

    /// <summary>False when the new plan cannot be read.</summary>
    public bool ChangePlan(RoomPlan plan)
    {
        if (PlanViews.Read(plan) is not { } read) return false;
        var resized = (read.Floor.Width, read.Floor.Height) != (Plan.Floor.Width, Plan.Floor.Height);
        Plan = read;
        if (resized) Rebuild();
        return true;
    }

    /// <summary>The floor has another size: everything is put into new cells, and everybody is shown everything.</summary>
    void Rebuild()
    {
        var (before, viewers) = (Mirror, Gallery);
        Furnish();
        foreach (var (person, _) in people.Values)
        {
            Mirror.TakeOver(before, person.Handle);
            Mark(person);
        }
        foreach (var viewer in viewers.All)
        {
            Gallery.Add(viewer);
            Gallery.Place(viewer, Mirror.CellOf(viewer.Handle));
        }
        ShowAllAnew();
    }

    /// <summary>An empty floor of the plan's size.</summary>
    void Furnish()
    {
        var rations = Rations;
        var grid = new CellGrid(Plan.Floor.Width, Plan.Floor.Height);
        Mirror = new(grid);
        Frames = new(Mirror, sight.Cells);
        Rations = new(Mirror, Frames) { Level = rations.Level, DeferredCells = rations.DeferredCells, DeferredAvatars = rations.DeferredAvatars };
        Gallery = new(grid.Count);
    }

    /// <summary>Whom one comes to see or must be able to find is never put off.</summary>
    void Mark(RoomPerson person) => Mirror.Mark(person.Handle, Roles.IsStaff(person.Role));
}
