namespace Klapphaus.Server.Rooms;

/// <summary>
/// What those who stand in one cell have been told: all up to one tick as long as nothing is put off, else an account for each cell in sight.
/// </summary>
sealed class Ledger
{
    Account[] accounts = [];
    int[] cells = [];
    RoomMirror? mirror;
    int home;
    int sight;
    long told;

    /// <summary>How far one cell's news are told.</summary>
    public struct Account
    {
        /// <summary>All that changed up to this tick is told.</summary>
        public long Told;

        /// <summary>The number in the cell's <see cref="DepartureLog"/> up to which departures are told.</summary>
        public long Departed;

        /// <summary>When what is owed is more than one message takes: the tick in which telling it began, else 0. It ends with everything told up to here.</summary>
        public long Round;

        /// <summary>The handle that the round has come to.</summary>
        public int Cursor;
    }

    /// <summary>Nothing is put off: all is told up to <see cref="Told"/>.</summary>
    public bool IsEven => mirror is null;

    /// <summary>The tick up to which all is told, if it is even.</summary>
    public long Told => told;

    /// <summary>The last tick in which those here were served, and what they were sent then.</summary>
    public long Served { get; set; } = -1;

    public Microsoft.AspNetCore.SignalR.SerializedHubMessage? Message { get; set; }

    /// <summary>Everything in sight is told up to a tick.</summary>
    public void Settle(long tick) => (told, mirror) = (tick, null);

    /// <summary>Opens an account for each cell in sight.</summary>
    public void Open(RoomMirror ofRoom, int cell, int[] seen, int far)
    {
        if (!IsEven) return;
        (mirror, home, cells, sight) = (ofRoom, cell, seen, far);
        if (accounts.Length != seen.Length) accounts = new Account[seen.Length];
        for (var i = 0; i < seen.Length; i++) accounts[i] = new() { Told = told, Departed = ofRoom.LogOf(seen[i]).After(told) };
    }

    /// <summary>The account of the cell at a place among those in sight.</summary>
    public ref Account At(int index) => ref accounts[index];

    public ref Account Of(int cell) => ref accounts[mirror!.Grid.IndexIn(home, cell, sight)];

    /// <summary>The tick up to which all of a cell in sight is told.</summary>
    public long ToldOf(int cell) => IsEven ? told : Of(cell).Told;

    /// <summary>Something has waited for so long that it is not known any more who left.</summary>
    public bool IsBehind(long tick)
    {
        if (IsEven) return told < tick - DepartureLog.Kept;
        for (var i = 0; i < cells.Length; i++)
            if (accounts[i].Departed < mirror!.LogOf(cells[i]).First || accounts[i].Told < tick - DepartureLog.Kept) return true;
        return false;
    }

    /// <summary>Closes the accounts when nothing is owed any more.</summary>
    public void Balance(long tick)
    {
        foreach (ref var account in accounts.AsSpan())
            if (account.Told != tick) return;
        Settle(tick);
    }
}
