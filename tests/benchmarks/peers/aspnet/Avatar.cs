namespace Klapphaus.Benchmarks.Peers;

/// <summary>One client and where it stands.</summary>
sealed class Avatar
{
    public required int Id { get; init; }

    public required string ConnectionId { get; init; }

    /// <summary>Writes one frame or message to the client.</summary>
    public required Func<byte[], Task> Send { get; init; }

    public int X { get; private set; }

    public int Y { get; private set; }

    /// <summary>255 stands.</summary>
    public int Direction { get; private set; }

    public int Cell { get; private set; }

    /// <summary>The cell whose surroundings it has been sent, or -1.</summary>
    public int Shown { get; set; } = -1;

    /// <summary>It is in its cell's list of changes.</summary>
    public bool Marked { get; set; }

    /// <summary>The last write.</summary>
    public Task Pending { get; set; } = Task.CompletedTask;

    /// <summary>What came while the last write was not finished.</summary>
    public byte[]? Late { get; set; }

    public void Place(int x, int y, int direction) => (X, Y, Direction, Cell) = (x, y, direction, ArenaGrid.CellOf(x, y));
}
