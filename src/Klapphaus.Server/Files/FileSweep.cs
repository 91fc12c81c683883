namespace Klapphaus.Server.Files;

/// <summary>Once an hour throws away uploads whose time is over, and files that nobody refers to. Several processes may do so at once: nothing is thrown away twice.</summary>
sealed class FileSweep(UploadSpool spool, IFileStore store, FileBook book, FileRemoval removal, IFileGate gate, TimeProvider time, ILogger<FileSweep> log) : BackgroundService
{
    static readonly TimeSpan first = TimeSpan.FromMinutes(10);
    static readonly TimeSpan period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = first; ; pause = period)
        {
            await Task.Delay(pause, time, stoppingToken);
            try
            {
                await SweepAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException) // the house goes on without it
            {
                log.NotSwept(e.GetType().Name);
            }
        }
    }

    /// <summary>Throws away what is too old at this time.</summary>
    /// <returns>How many files that was.</returns>
    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - FilesOptions.UploadTime;
        foreach (var id in spool.Before(before)) spool.Delete(id);
        var (known, gone) = (0, 0);
        await foreach (var file in book.AllAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            known++;
            if (!await IsOverAsync(file, before, now)) continue;
            await removal.RemoveAsync(file);
            gone++;
        }
        await store.TidyAsync(before, cancellation);
        // a book without a single file is rather the wrong book than that of a house that had some and has none any more
        if (known > 0) gone += await SweepUnknownAsync(before, cancellation);
        if (gone > 0) log.Swept(gone);
        return gone;
    }

    /// <summary>
    /// Whether the file's time is over: what is on its way has a day, and so has what no stand refers to; who takes something out of a stand may want it
    /// back a moment later.
    /// </summary>
    async Task<bool> IsOverAsync(FileRecord file, DateTimeOffset before, DateTimeOffset now)
    {
        if (!file.IsHere) return file.At < before;
        if (await gate.IsWantedAsync(file))
        {
            if (file.LooseSince is not null) await book.MarkAsync(file with { LooseSince = null });
            return false;
        }
        if (file.LooseSince is { } since) return since < before;
        await book.MarkAsync(file with { LooseSince = now });
        return false;
    }

    /// <summary>What an interrupted upload or removal has left in the store of files.</summary>
    async Task<int> SweepUnknownAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var gone = 0;
        await foreach (var stored in store.ListAsync(cancellation))
        {
            if (stored.WrittenAt >= before || await book.FindAsync(FileId.FileOf(stored.Id)!) is not null) continue;
            await store.DeleteAsync(stored.Id, cancellation);
            gone++;
        }
        return gone;
    }
}
