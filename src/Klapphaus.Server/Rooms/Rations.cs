using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Decides what those in a cell are told in a tick, so that a message has a bound however full the room is. Where everything fits, that is everything;
/// else the nearest first and then whoever waited longest, and what is left out is owed (<see cref="Ledger"/>). Whatever is told late is told as it is
/// by then. Pure but for its ledgers; the load level is the feed's.
/// </summary>
sealed class Rations
{
    /// <summary>
    /// Bytes of records in one message: with the headers of SignalR, WebSocket, TLS, TCP and IP, and a tunnel around them, it goes into one packet of
    /// 1,500 bytes, the usual most. That is 171 avatars; ten times a second, 12 KB/s for each client at most.
    /// </summary>
    public const int Budget = 1200;

    /// <summary>How many ticks more the far must have waited to come before the own cell and its neighbours.</summary>
    const int NearLead = 6;

    readonly RoomMirror mirror;
    readonly FrameWriter frames;
    readonly int budget;
    readonly Ledger[] ledgers;
    readonly long[] ranks;
    readonly int[] order;
    int[] owed = new int[64];

    public Rations(RoomMirror mirror, FrameWriter frames, int budget = Budget)
    {
        (this.mirror, this.frames, this.budget) = (mirror, frames, budget);
        ledgers = [.. Enumerable.Range(0, mirror.Grid.Count).Select(_ => new Ledger())];
        ranks = new long[mirror.Grid.Count];
        order = new int[mirror.Grid.Count];
    }

    /// <summary>See <see cref="FeedLoad"/>.</summary>
    public int Level { get; set; }

    /// <summary>How often a cell's news were left out of a message in the tick in which they came.</summary>
    public long DeferredCells { get; set; }

    /// <summary>How many avatars' news that were.</summary>
    public long DeferredAvatars { get; set; }

    /// <summary>Whether those in a cell have their turn in this tick; at the higher levels the cells take turns.</summary>
    public bool Serves(int cell) => Level < 2 || (mirror.TickNumber + Home(cell)) % (Level == 2 ? 2 : 4) == 0;

    /// <summary>Those in the cell know everything, so that nothing need follow if nothing more happens.</summary>
    public bool OwesNothing(int cell) => ledgers[Home(cell)] is { IsEven: true } ledger && ledger.Told >= mirror.LastChange;

    /// <summary>The first comes into a cell, who knows everything in sight.</summary>
    public void Open(int cell)
    {
        if (frames.Sight > 0) ledgers[cell].Settle(mirror.TickNumber);
    }

    /// <summary>Nobody here needs anything but everything.</summary>
    public void Reset()
    {
        foreach (var ledger in ledgers) ledger.Settle(mirror.TickNumber);
    }

    /// <summary>The message of this tick for all who stand in the cell, or null when there is none.</summary>
    public SerializedHubMessage? Share(int cell, long now)
    {
        var tick = mirror.TickNumber;
        var ledger = ledgers[Home(cell)];
        if (ledger.Served == tick) return ledger.Message; // the whole room is in sight and sees the same
        var before = ledger.Served;
        ledger.Served = tick;
        if (Level == 0 && ledger.IsEven && ledger.Told == tick - 1)
        {
            ledger.Message = frames.News(cell, now, budget + AvatarsMoved.HeaderLength);
            if (!frames.TooLong)
            {
                ledger.Settle(tick);
                return ledger.Message;
            }
        }
        return ledger.Message = Ration(ledger, before, cell, now);
    }

    /// <summary>What a viewer is told who came from another cell: also what was owed to those there.</summary>
    public SerializedHubMessage Follow(int cell, int before, long now)
    {
        var ledger = ledgers[before];
        return ledger.IsBehind(mirror.TickNumber) ? frames.Everything(cell, now) : frames.NewsAndView(cell, before, now, ledger);
    }

    /// <summary>Where the whole room is in sight, all are told the same.</summary>
    int Home(int cell) => frames.Sight == 0 ? 0 : cell;

    SerializedHubMessage? Ration(Ledger ledger, long before, int cell, long now)
    {
        var tick = mirror.TickNumber;
        if (ledger.IsBehind(tick))
        {
            ledger.Settle(tick);
            return frames.Everything(cell, now);
        }
        var seen = frames.SeenFrom(cell);
        ledger.Open(mirror, Home(cell), seen, frames.Sight);
        frames.Begin(cell);
        var count = Rank(ledger, cell, seen);
        for (var i = 0; i < count; i++)
        {
            var index = order[i];
            if (IsPutOff(ref ledger.At(index), cell, seen[index]) || !Tell(ref ledger.At(index), seen[index], cell, now)) Defer(seen[index]);
        }
        TellImportant(ledger, before, cell, now);
        ledger.Balance(tick);
        return frames.Finish();
    }

    /// <summary>Puts those cells in order of which something may be owed; of the others all is told.</summary>
    int Rank(Ledger ledger, int cell, int[] seen)
    {
        var tick = mirror.TickNumber;
        var count = 0;
        for (var i = 0; i < seen.Length; i++)
        {
            ref var account = ref ledger.At(i);
            var last = account.Told == tick - 1;
            if (last && mirror.NewsIn(seen[i]).Count == 0 && account.Departed == mirror.LogOf(seen[i]).End)
            {
                (account.Told, account.Round) = (tick, 0);
                continue;
            }
            var distance = frames.Sight == 0 ? 0 : mirror.Grid.Between(cell, seen[i]);
            var waited = tick - account.Told + (distance <= 1 ? NearLead : 0);
            ranks[count] = distance - waited * 64; // sight is less than 64
            order[count++] = i;
        }
        Array.Sort(ranks, order, 0, count);
        return count;
    }

    /// <summary>From level 1 on the outermost cells are told every second tick, half of them in each.</summary>
    bool IsPutOff(ref Ledger.Account account, int cell, int seen) =>
        Level > 0 && frames.Sight > 0 && account.Told == mirror.TickNumber - 1 && ((mirror.TickNumber + seen) & 1) != 0 && mirror.Grid.Between(cell, seen) == frames.Sight;

    /// <summary>Tells what is owed of a cell as far as the message takes it; true when that is all.</summary>
    bool Tell(ref Ledger.Account account, int seen, int viewer, long now)
    {
        if (!TellDepartures(ref account, seen, viewer, now)) return false;
        var tick = mirror.TickNumber;
        if (account.Round == 0)
        {
            var news = frames.NewsOf(seen, account.Told, now);
            if (news.Length <= Left)
            {
                frames.Append(news);
                account.Told = tick;
                return true;
            }
            if (Left < AvatarsMoved.RecordLength) return false;
            (account.Round, account.Cursor) = (tick, -1);
        }
        var from = account.Cursor;
        if (!TellRound(ref account, seen, int.MaxValue, now)) return false;
        (account.Told, account.Cursor) = (account.Round, -1);
        if (account.Told != tick)
        {
            // those whom the round came to before this tick may have changed since
            account.Round = tick;
            if (!TellRound(ref account, seen, from, now)) return false;
            account.Told = tick;
        }
        account.Round = 0;
        return true;
    }

    /// <summary>Goes on with a round, by handle, up to the last of them.</summary>
    bool TellRound(ref Ledger.Account account, int seen, int last, long now)
    {
        var count = 0;
        foreach (var handle in mirror.In(seen))
        {
            if (handle <= account.Cursor || handle > last || mirror.ChangedIn(handle) <= account.Told) continue;
            if (count == owed.Length) Array.Resize(ref owed, count * 2);
            owed[count++] = handle;
        }
        Array.Sort(owed, 0, count);
        var told = Math.Min(count, Left / AvatarsMoved.RecordLength);
        for (var i = 0; i < told; i++) frames.Append(owed[i], now);
        if (told == count) return true;
        if (told > 0) account.Cursor = owed[told - 1];
        return false;
    }

    bool TellDepartures(ref Ledger.Account account, int seen, int viewer, long now)
    {
        var log = mirror.LogOf(seen);
        while (account.Departed < log.End)
        {
            var handle = log[account.Departed];
            if (frames.IsGone(handle, viewer))
            {
                if (Left < AvatarsMoved.RecordLength) return false;
                frames.AppendGone(handle, viewer, now);
            }
            account.Departed++;
        }
        return true;
    }

    /// <summary>What is new of important avatars since those here were served last goes along, whatever else is put off.</summary>
    void TellImportant(Ledger ledger, long before, int cell, long now)
    {
        foreach (var handle in mirror.Marked)
        {
            if (!mirror.Knows(handle) || !mirror.Grid.Sees(cell, mirror.CellOf(handle), frames.Sight)) continue;
            if (mirror.ChangedIn(handle) > before && ledger.ToldOf(mirror.CellOf(handle)) != mirror.TickNumber) frames.Append(handle, now);
        }
    }

    void Defer(int seen)
    {
        if (mirror.NewsIn(seen).Count == 0) return;
        DeferredCells++;
        DeferredAvatars += mirror.NewsIn(seen).Count;
    }

    int Left => Math.Max(0, budget + AvatarsMoved.HeaderLength - frames.Length);
}
