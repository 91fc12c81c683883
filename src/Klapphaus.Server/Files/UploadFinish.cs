using System.Security.Cryptography;
using Klapphaus.Server.Members;
using Klapphaus.World.Files;

namespace Klapphaus.Server.Files;

/// <summary>Makes a file of an upload of which all is here, or throws it away and says why. It can be done again when it was interrupted.</summary>
sealed class UploadFinish(UploadSpool spool, PreviewMaker maker, IFileStore store, FileBook book, FileRemoval removal, IFileGate gate, TimeProvider time, ILogger<UploadFinish> log)
{
    public async Task<ErrorCode> FinishAsync(UploadInfo upload, Caller caller)
    {
        var error = await TryAsync(upload, caller);
        if (error == ErrorCode.DiskFull) log.DiskFull(upload.Length);
        if (error != ErrorCode.None) await DropAsync(upload);
        return error;
    }

    /// <summary>Nothing of the upload is left.</summary>
    public async Task DropAsync(UploadInfo upload)
    {
        spool.Delete(upload.Id);
        await removal.RemoveAsync(upload.ToRecord());
    }

    async Task<ErrorCode> TryAsync(UploadInfo upload, Caller caller)
    {
        if (await gate.MayUploadAsync(caller, upload.Stand) is not ErrorCode.None and var refusal) return refusal;
        var path = spool.PartOf(upload.Id);
        var (kind, fault) = await FileInspector.InspectAsync(path);
        if (kind is not { } known) return ErrorOf(fault);
        IReadOnlyList<Preview> previews = [];
        if (known.IsPicture())
        {
            (previews, var error) = await maker.MakeAsync(path);
            if (error != ErrorCode.None) return error;
        }
        try
        {
            await KeepAsync(upload, known, path, previews);
            return ErrorCode.None;
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            return ErrorCode.DiskFull;
        }
    }

    /// <summary>What the file is, is written down before it is where it belongs: as long as there is something left to be finished, it is found and finished again.</summary>
    async Task KeepAsync(UploadInfo upload, FileKind kind, string path, IReadOnlyList<Preview> previews)
    {
        foreach (var preview in previews)
        {
            using var content = new MemoryStream(preview.WebP);
            await store.WriteAsync(FileId.OfPreview(upload.Id, preview.Width), content, CancellationToken.None);
        }
        var now = time.GetUtcNow();
        await book.PutAsync(upload.ToRecord() with
        {
            At = now,
            LooseSince = now,
            Name = FileName.Clean(upload.Name, kind),
            Kind = kind,
            Sha256 = await HashAsync(path),
        });
        await store.TakeAsync(upload.Id, path, CancellationToken.None);
    }

    static async Task<string> HashAsync(string path)
    {
        await using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
    }

    static ErrorCode ErrorOf(FileFault fault) => fault switch
    {
        FileFault.Empty => ErrorCode.FileEmpty,
        FileFault.UnpacksTooLarge => ErrorCode.FileUnpacksTooLarge,
        _ => ErrorCode.FileKindNotAllowed,
    };
}
