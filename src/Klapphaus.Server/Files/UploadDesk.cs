using Klapphaus.Server.Members;

namespace Klapphaus.Server.Files;

/// <summary>Where uploads are begun, gone on with, finished and given up.</summary>
sealed class UploadDesk(
    UploadSpool spool, UploadTurns turns, UploadFinish finish, FileBook book, FileRemoval removal, IFileGate gate, FilesOptions options, TimeProvider time, ILogger<UploadDesk> log)
{
    static readonly UploadAnswer unknown = new(ErrorCode.UploadUnknown);

    /// <summary>Takes the room for it and begins.</summary>
    public async Task<UploadAnswer> CreateAsync(Caller caller, UploadRequest request)
    {
        if (request.Length == 0) return new(ErrorCode.FileEmpty);
        if (request.Length > options.MaxBytes) return new(ErrorCode.FileTooLarge);
        if (await gate.MayUploadAsync(caller, request.Stand) is not ErrorCode.None and var refusal) return new(refusal);
        if (!spool.HasRoomFor(request.Length)) return DiskIsFull(request.Length);
        var upload = new UploadInfo
        {
            Id = FileId.New(),
            Stand = request.Stand,
            By = caller.Id,
            Length = request.Length,
            Name = request.Name,
            Metadata = request.Metadata,
            At = time.GetUtcNow(),
        };
        if (!await book.ReserveAsync(upload.ToRecord(), options.MaxBytesPerStand)) return new(ErrorCode.StandFilesFull);
        try
        {
            spool.Create(upload);
            return new(ErrorCode.None, upload);
        }
        catch (IOException e)
        {
            await removal.RemoveAsync(upload.ToRecord());
            if (DiskFull.Is(e)) return DiskIsFull(request.Length);
            throw;
        }
    }

    /// <summary>How far it is. One of which all is here and that could not be finished is finished now.</summary>
    public async Task<UploadAnswer> LookAsync(Caller caller, string id)
    {
        if (!IsOwn(caller, id)) return unknown;
        using var turn = await turns.TakeAsync(id);
        if (turn is null) return new(ErrorCode.UploadBusy);
        if (await FindAsync(caller, id) is not { Upload: { } upload } found) return unknown;
        return found.IsDone && spool.OffsetOf(id) is not null ? await FinishAsync(upload, caller) : found;
    }

    /// <summary>Adds to it, and finishes it with the last byte.</summary>
    public async Task<UploadAnswer> AppendAsync(Caller caller, string id, UploadPiece piece, CancellationToken cancellation)
    {
        if (!IsOwn(caller, id)) return unknown;
        using var turn = await turns.TakeAsync(id);
        if (turn is null) return new(ErrorCode.UploadBusy);
        if (await FindAsync(caller, id) is not { Upload: { } upload } found) return unknown;
        if (found.Offset != piece.Offset) return found with { Error = ErrorCode.UploadOffsetWrong };
        if (spool.OffsetOf(id) is null) return found; // said once more by who has not heard the answer
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(turn.Ended, cancellation);
        var (error, offset) = await WriteAsync(upload, found.Offset, piece, stop.Token);
        if (error is ErrorCode.FileTooLarge or ErrorCode.DiskFull) await finish.DropAsync(upload);
        if (error == ErrorCode.DiskFull) return DiskIsFull(upload.Length);
        if (error != ErrorCode.None) return new(error, upload, offset);
        return offset == upload.Length ? await FinishAsync(upload, caller) : new(ErrorCode.None, upload, offset);
    }

    /// <summary>Gives it up; nothing of it is left. A file that has come out of it is the stand's by now.</summary>
    public async Task<ErrorCode> EndAsync(Caller caller, string id)
    {
        if (!IsOwn(caller, id)) return ErrorCode.UploadUnknown;
        using var turn = await turns.TakeAsync(id);
        if (turn is null) return ErrorCode.UploadBusy;
        if (await FindAsync(caller, id) is not { Upload: { } upload }) return ErrorCode.UploadUnknown;
        if (spool.OffsetOf(id) is null) spool.Delete(id);
        else await finish.DropAsync(upload);
        return ErrorCode.None;
    }

    /// <summary>Whoever did not begin it is not told that there is one, and disturbs nobody at it.</summary>
    bool IsOwn(Caller caller, string id) => spool.Find(id) is { } upload && upload.By == caller.Id && upload.Expires > time.GetUtcNow();

    async Task<UploadAnswer> FindAsync(Caller caller, string id)
    {
        if (!IsOwn(caller, id) || spool.Find(id) is not { } upload) return unknown;
        if (spool.OffsetOf(id) is { } offset) return new(ErrorCode.None, upload, offset);
        return await book.FindAsync(id) is { IsHere: true } ? new(ErrorCode.None, upload, upload.Length) : unknown;
    }

    async Task<(ErrorCode Error, long Offset)> WriteAsync(UploadInfo upload, long offset, UploadPiece piece, CancellationToken stop)
    {
        var room = upload.Length - offset;
        if (piece.Length > room) return (ErrorCode.FileTooLarge, offset);
        await using var part = spool.TryOpen(upload.Id);
        if (part is null) return (ErrorCode.UploadBusy, offset);
        // between looking and opening another process may have added to it
        return part.Length == offset ? await UploadWriter.AppendAsync(part, piece, room, stop) : (ErrorCode.UploadOffsetWrong, part.Length);
    }

    async Task<UploadAnswer> FinishAsync(UploadInfo upload, Caller caller)
    {
        var error = await finish.FinishAsync(upload, caller);
        return error == ErrorCode.None ? new(error, upload, upload.Length) : new(error);
    }

    UploadAnswer DiskIsFull(long bytes)
    {
        log.DiskFull(bytes);
        return new(ErrorCode.DiskFull);
    }
}
