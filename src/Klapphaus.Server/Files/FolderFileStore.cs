using System.Runtime.CompilerServices;
using Klapphaus.Server.Store;

namespace Klapphaus.Server.Files;

/// <summary>Files in a folder. Each is written under another name, brought to the disk and only then given its own: under an id there is a whole file or none.</summary>
sealed class FolderFileStore(string folder) : IFileStore
{
    const string Draft = ".draft";

    /// <summary>For the house alone.</summary>
    public void CreateFolder() => Private.CreateFolder(folder);

    public async Task WriteAsync(string id, Stream content, CancellationToken cancellation)
    {
        var draft = $"{PathOf(id)}.{Guid.NewGuid():N}{Draft}";
        try
        {
            await using (var file = new FileStream(draft, Private.Create(FileMode.CreateNew)))
            {
                await content.CopyToAsync(file, cancellation);
                await file.FlushAsync(cancellation);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
            File.Move(draft, PathOf(id), overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    public Task TakeAsync(string id, string path, CancellationToken cancellation)
    {
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite)) RandomAccess.FlushToDisk(file);
        File.Move(path, PathOf(id), overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(id), new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous }));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string id, CancellationToken cancellation)
    {
        File.Delete(PathOf(id));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredFile> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask; // a folder has nothing to wait for
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            cancellation.ThrowIfCancellationRequested();
            if (FileId.FileOf(file.Name) is not null && file.Exists) yield return new(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
        }
    }

    public Task TidyAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Draft))
            if (file.LastWriteTimeUtc < before.UtcDateTime) file.Delete();
        return Task.CompletedTask;
    }

    string PathOf(string id) => Path.Combine(folder, FileId.Own(id));
}
