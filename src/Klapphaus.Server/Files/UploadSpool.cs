using System.Text.Json;
using Klapphaus.Server.Store;

namespace Klapphaus.Server.Files;

/// <summary>
/// The folder of uploads that are not finished: what has come so far, and a line of JSON beside it. How far an upload is, is the length of its file: that
/// survives the end of the process. Processes that share the folder go on with each other's uploads; where they do not (with S3), the load balancer's cookie
/// brings a sender back to the process that has the beginning, and without that process the upload begins anew.
/// </summary>
/// <param name="folder">Where.</param>
/// <param name="keepFree">Bytes that uploads leave on the disk.</param>
sealed class UploadSpool(string folder, long keepFree)
{
    const string Part = ".part", Info = ".json", Draft = ".draft";

    /// <summary>Whether there is room on the disk for so many bytes more.</summary>
    public bool HasRoomFor(long bytes) => new DriveInfo(folder).AvailableFreeSpace - bytes >= keepFree;

    /// <summary>Where the content of an upload is.</summary>
    public string PartOf(string id) => PathOf(id, Part);

    public void Create(UploadInfo upload)
    {
        try
        {
            using (var part = new FileStream(PartOf(upload.Id), Private.Create(FileMode.CreateNew)))
            using (var info = new FileStream(PathOf(upload.Id, Draft), Private.Create(FileMode.CreateNew)))
                JsonSerializer.Serialize(info, upload, JsonSerializerOptions.Web);
            File.Move(PathOf(upload.Id, Draft), PathOf(upload.Id, Info));
        }
        catch
        {
            Delete(upload.Id);
            throw;
        }
    }

    /// <summary>Null when there is none.</summary>
    public UploadInfo? Find(string id)
    {
        if (!FileId.IsOne(id)) return null;
        try
        {
            return JsonSerializer.Deserialize<UploadInfo>(File.ReadAllBytes(PathOf(id, Info)), JsonSerializerOptions.Web);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>How many bytes are here; null when the content is gone: it has become a file.</summary>
    public long? OffsetOf(string id) => new FileInfo(PartOf(id)) is { Exists: true } part ? part.Length : null;

    /// <summary>The content, to be added to by one process at a time; null when another has it.</summary>
    public FileStream? TryOpen(string id)
    {
        try
        {
            return new(PartOf(id), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous });
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            return null;
        }
    }

    public void Delete(string id)
    {
        foreach (var ending in new[] { Info, Part, Draft }) File.Delete(PathOf(id, ending));
    }

    /// <summary>Ids of all that began before that time.</summary>
    public IReadOnlyList<string> Before(DateTimeOffset time) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles()
            .Select(f => Path.GetFileNameWithoutExtension(f.Name)).Where(FileId.IsOne).Distinct()
            .Where(id => (Find(id)?.At.UtcDateTime ?? File.GetLastWriteTimeUtc(PartOf(id))) < time.UtcDateTime),
    ];

    string PathOf(string id, string ending) => Path.Combine(folder, FileId.Own(id) + ending);
}
