namespace Klapphaus.Benchmarks.Peers;

/// <summary>Every 50 ms one write to each client around whom something moved.</summary>
sealed class Ticker(Plaza plaza) : BackgroundService
{
    const int MostLate = 256 * 1024;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(ArenaGrid.TickMs));
        while (await timer.WaitForNextTickAsync(stoppingToken)) Tick();
    }

    void Tick()
    {
        var pieces = plaza.TakeChanges();
        byte[][]? everybody = null;
        foreach (var (_, avatar) in plaza.Avatars)
        {
            var (cell, shown) = (avatar.Cell, avatar.Shown);
            var news = ArenaGrid.Snapshot && shown != cell
                ? Gather(cell, seen => shown >= 0 && ArenaGrid.Adjacent(shown, seen) ? pieces[seen] : (everybody ??= plaza.Everybody())[seen])
                : Gather(cell, seen => pieces[seen]);
            avatar.Shown = cell;
            Send(avatar, news);
        }
    }

    static byte[]? Gather(int cell, Func<int, byte[]?> pieceOf)
    {
        var length = 0;
        foreach (var seen in ArenaGrid.Around(cell)) length += pieceOf(seen)?.Length ?? 0;
        if (length == 0) return null;
        var all = new byte[length];
        var at = 0;
        foreach (var seen in ArenaGrid.Around(cell))
        {
            if (pieceOf(seen) is not { } piece) continue;
            piece.CopyTo(all, at);
            at += piece.Length;
        }
        return all;
    }

    static void Send(Avatar avatar, byte[]? news)
    {
        if (avatar.Late is { } late) news = news is null ? late : [.. late, .. news];
        if (news is null) return;
        if (!avatar.Pending.IsCompleted)
        {
            avatar.Late = news.Length < MostLate ? news : null; // a slow reader gets it with the next tick
            return;
        }
        avatar.Late = null;
        avatar.Pending = avatar.Send(news);
    }
}
