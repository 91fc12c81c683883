namespace Klapphaus.Server.Rooms;

/// <summary>This process's clients in a room: by their avatar's number, and by the cell in which they stand and see.</summary>
sealed class Gallery(int cells)
{
    readonly Dictionary<int, Viewer> viewers = [];
    readonly List<Viewer>[] standing = [.. Enumerable.Range(0, cells).Select(_ => new List<Viewer>())];

    public Dictionary<int, Viewer>.ValueCollection All => viewers.Values;

    public Dictionary<int, Viewer>.KeyCollection Handles => viewers.Keys;

    public int Count => viewers.Count;

    public int Cells => standing.Length;

    public Viewer? Find(int handle) => viewers.GetValueOrDefault(handle);

    public bool Has(Viewer viewer) => viewers.GetValueOrDefault(viewer.Handle) == viewer;

    /// <summary>Those who stand in a cell.</summary>
    public List<Viewer> In(int cell) => standing[cell];

    public void Add(Viewer viewer) => viewers[viewer.Handle] = viewer;

    public void Remove(Viewer viewer)
    {
        viewers.Remove(viewer.Handle);
        TakeAway(viewer);
    }

    public void Place(Viewer viewer, int cell)
    {
        viewer.Cell = cell;
        standing[cell].Add(viewer);
    }

    public void TakeAway(Viewer viewer) => standing[viewer.Cell].Remove(viewer);
}
