using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// What this process knows of a room: everybody's newest state by handle, and who is in which cell. Walkers are carried on along their heading
/// between two messages, or they would be looked for in the cell where they last spoke. Not thread-safe: its feed holds the lock.
/// </summary>
sealed class RoomMirror(CellGrid grid)
{
    static readonly (float Cos, float Sin)[] directions =
        [.. Enumerable.Range(0, Protocol.HeadingsPerTurn).Select(h => MathF.SinCos(h * MathF.Tau / Protocol.HeadingsPerTurn)).Select(d => (d.Cos, d.Sin))];

    readonly List<int>[] inCell = NewLists(grid.Count);
    readonly List<int>[] news = NewLists(grid.Count);
    readonly List<Crossing>[] departures = NewLists<Crossing>(grid.Count);
    readonly DepartureLog[] logs = [.. Enumerable.Range(0, grid.Count).Select(_ => new DepartureLog())];
    readonly List<int> touched = [];
    readonly List<int> walking = [];
    readonly List<int> marked = [];
    Entry[] entries = new Entry[64];
    long tick;

    struct Entry
    {
        public bool Here;
        public uint State;
        public long When;
        public int Cell;
        public long ChangedIn;

        /// <summary>Where it is in the list of its cell, and in that of the walkers, so that it is taken out without a search.</summary>
        public int InCellAt;
        public int WalkingAt;
    }

    /// <summary>An avatar went from one cell to another within this tick.</summary>
    public readonly record struct Crossing(int Handle, int To);

    public CellGrid Grid => grid;

    /// <summary>Counts the ticks seen; what is encoded for one is not for the next.</summary>
    public long TickNumber => tick;

    /// <summary>The last tick in which anything was news.</summary>
    public long LastChange { get; private set; }

    public bool Knows(int handle) => (uint)handle < (uint)entries.Length && entries[handle].Here;

    public int CellOf(int handle) => entries[handle].Cell;

    public uint StateOf(int handle) => entries[handle].State;

    /// <summary>When it was as <see cref="StateOf"/> says, in milliseconds.</summary>
    public long WhenOf(int handle) => entries[handle].When;

    /// <summary>The tick in which an avatar was news last.</summary>
    public long ChangedIn(int handle) => entries[handle].ChangedIn;

    /// <summary>Whose news are never put off: hosts, moderators, organisers.</summary>
    public List<int> Marked => marked;

    /// <summary>Everybody in the cell.</summary>
    public List<int> In(int cell) => inCell[cell];

    /// <summary>Who in the cell changed in this tick, or came into it.</summary>
    public List<int> NewsIn(int cell) => news[cell];

    /// <summary>Who left the cell in this tick, for those who see the cell but not where they went.</summary>
    public List<Crossing> DeparturesFrom(int cell) => departures[cell];

    /// <summary>The same for the last ticks, for those who were not told at once.</summary>
    public DepartureLog LogOf(int cell) => logs[cell];

    /// <summary>Forgets the news of the last tick.</summary>
    public void BeginTick()
    {
        tick++;
        foreach (var cell in touched)
        {
            news[cell].Clear();
            departures[cell].Clear();
        }
        touched.Clear();
    }

    /// <summary>Makes an avatar one whose news are never put off, or one like everybody.</summary>
    public void Mark(int handle, bool important = true)
    {
        if (important == marked.Contains(handle)) return;
        if (important) marked.Add(handle);
        else marked.Remove(handle);
    }

    /// <summary>Takes over a new state; <paramref name="when"/> is on this process's clock, in milliseconds.</summary>
    public void Put(int handle, uint state, long when)
    {
        if (handle >= entries.Length) Array.Resize(ref entries, Math.Max(handle + 1, entries.Length * 2));
        ref var entry = ref entries[handle];
        var cell = grid.At(AvatarState.X(state), AvatarState.Y(state));
        if (!entry.Here)
        {
            entry = new() { Here = true, State = AvatarState.Pack(0, 0, Protocol.Standing), ChangedIn = -1 };
            GoInto(cell, handle, ref entry);
        }

        var walked = AvatarState.Heading(entry.State) != Protocol.Standing;
        var walks = AvatarState.Heading(state) != Protocol.Standing;
        if (walks && !walked) SetOff(handle, ref entry);
        else if (walked && !walks) Halt(ref entry);
        entry.State = state;
        entry.When = when;
        Move(handle, ref entry, cell);
        Announce(handle, ref entry);
    }

    /// <summary>Puts an avatar where another mirror of the room has it.</summary>
    public void TakeOver(RoomMirror other, int handle)
    {
        if (other.Knows(handle)) Put(handle, other.entries[handle].State, other.entries[handle].When);
    }

    public void Remove(int handle)
    {
        Mark(handle, important: false);
        if (!Knows(handle)) return;
        ref var entry = ref entries[handle];
        GoOut(ref entry);
        if (entry.ChangedIn == tick) news[entry.Cell].Remove(handle);
        if (AvatarState.Heading(entry.State) != Protocol.Standing) Halt(ref entry);
        entry = default;
    }

    /// <summary>Carries on whoever walks and was not heard of in this tick; those who come into another cell are news there.</summary>
    public void CarryOn(long now)
    {
        foreach (var handle in walking)
        {
            ref var entry = ref entries[handle];
            if (entry.ChangedIn == tick) continue;
            var (x, y) = Carried(entry.State, entry.When, now);
            var cell = grid.At(x, y);
            if (cell == entry.Cell) continue;
            Move(handle, ref entry, cell);
            Announce(handle, ref entry);
        }
    }

    /// <summary>Writes the record of one avatar.</summary>
    public void Write(Span<byte> record, int handle, long now)
    {
        ref var entry = ref entries[handle];
        AvatarsMoved.Write(
            record, handle, AvatarState.X(entry.State), AvatarState.Y(entry.State), AvatarState.Heading(entry.State), Math.Max(0, now - entry.When) / AvatarsMoved.AgeUnit);
    }

    /// <summary>
    /// The record for those who see an avatar no longer: it stands where it went out of sight. With its heading it would be carried on, and might come
    /// into sight again where it never went.
    /// </summary>
    public void WriteGone(Span<byte> record, int handle, long now)
    {
        ref var entry = ref entries[handle];
        var (x, y) = Carried(entry.State, entry.When, now);
        // who has just turned back is carried over the edge again before it is counted there; told so, it would stay in sight of who hears no more of it
        if (grid.At(x, y) != entry.Cell) (x, y) = (AvatarState.X(entry.State), AvatarState.Y(entry.State));
        AvatarsMoved.Write(record, handle, Math.Clamp(x, 0, AvatarState.MaxPosition), Math.Clamp(y, 0, AvatarState.MaxPosition), Protocol.Standing, 0);
    }

    /// <summary>Where somebody is by now, who said this then.</summary>
    public static (int X, int Y) Carried(uint state, long when, long now)
    {
        var (x, y, heading) = (AvatarState.X(state), AvatarState.Y(state), AvatarState.Heading(state));
        if (heading == Protocol.Standing) return (x, y);
        var (cos, sin) = directions[heading];
        var way = Math.Min(Protocol.CarryOn, now - when) * (Protocol.WalkingSpeed / 1000f);
        return ((int)(x + cos * way), (int)(y + sin * way));
    }

    void Move(int handle, ref Entry entry, int cell)
    {
        if (cell == entry.Cell) return;
        var from = entry.Cell;
        GoOut(ref entry);
        GoInto(cell, handle, ref entry);
        if (entry.ChangedIn == tick) news[from].Remove(handle);
        Touch(from);
        departures[from].Add(new(handle, cell));
        logs[from].Add(handle, tick);
        entry.ChangedIn = -1;
    }

    void Announce(int handle, ref Entry entry)
    {
        if (entry.ChangedIn == tick) return;
        entry.ChangedIn = tick;
        Touch(entry.Cell);
        news[entry.Cell].Add(handle);
    }

    /// <summary>The cell's lists are to be cleared before the next tick.</summary>
    void Touch(int cell)
    {
        if (news[cell].Count + departures[cell].Count == 0) touched.Add(cell);
        LastChange = tick;
    }

    void GoInto(int cell, int handle, ref Entry entry)
    {
        (entry.Cell, entry.InCellAt) = (cell, inCell[cell].Count);
        inCell[cell].Add(handle);
    }

    void GoOut(ref Entry entry)
    {
        if (TakeOut(inCell[entry.Cell], entry.InCellAt) is { } moved) entries[moved].InCellAt = entry.InCellAt;
    }

    void SetOff(int handle, ref Entry entry)
    {
        entry.WalkingAt = walking.Count;
        walking.Add(handle);
    }

    void Halt(ref Entry entry)
    {
        if (TakeOut(walking, entry.WalkingAt) is { } moved) entries[moved].WalkingAt = entry.WalkingAt;
    }

    /// <summary>The last comes to the place that becomes free.</summary>
    /// <returns>Who that is, when somebody changed places.</returns>
    static int? TakeOut(List<int> list, int at)
    {
        var last = list.Count - 1;
        var moved = list[last];
        list[at] = moved;
        list.RemoveAt(last);
        return at == last ? null : moved;
    }

    static List<int>[] NewLists(int count) => NewLists<int>(count);

    static List<T>[] NewLists<T>(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<T>())];
}
