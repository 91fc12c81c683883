using System.Security.Cryptography;
using Klapphaus.Server.Start;
using Klapphaus.Server.Store;
using Klapphaus.World.Files;

namespace Klapphaus.Server.Files;

/// <summary>
/// The contents of files, in a folder beside the backups, which all backups there share. A file never changes, so each is copied once; the time of its writing
/// is that of the last backup that has named it, by which one sees what is needed no longer.
/// </summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="house">Where the house has them.</param>
sealed class FileKeeping(string folder, IFileStore house)
{
    /// <summary>Beside the backup; never the house's own, which may lie there, too.</summary>
    const string Folder = "stand-files";

    readonly FolderFileStore kept = new(folder);

    /// <summary>That of a backup and of the house to which it belongs.</summary>
    public static FileKeeping Of(string backup, HouseOptions options) =>
        new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(backup))!, Folder), FileServices.StoreOf(options));

    /// <summary>The files that a backup names, as far as they were all here.</summary>
    public static IReadOnlyCollection<FileRecord> In(BackupReader backup) =>
        [.. backup.Entries().Where(e => FileKeys.IsFile(e.Key)).Select(e => FileRecord.Of(e.Values[0].Bytes)).Where(f => f.IsHere && FileId.IsOne(f.Id))];

    /// <summary>Copies what is not kept yet.</summary>
    /// <returns>How many files are kept, and how many could not be: they are gone from the house, or damaged.</returns>
    public async Task<FileCount> KeepAsync(IReadOnlyCollection<FileRecord> files, DateTimeOffset now)
    {
        if (files.Count == 0) return default;
        kept.CreateFolder();
        await kept.TidyAsync(now.AddDays(-1), CancellationToken.None);
        var (there, missing) = (0, 0);
        foreach (var file in files)
        {
            if (!await CopyAsync(file, house, kept)) missing++;
            else there++;
            foreach (var path in PicturesOf(file).Append(file.Id).Select(id => Path.Combine(folder, id)).Where(File.Exists)) File.SetLastWriteTimeUtc(path, now.UtcDateTime);
        }
        return new(there, missing);
    }

    /// <summary>Gives the house what it does not have.</summary>
    /// <returns>How many files the house has, and how many it does not: they are not kept, or damaged.</returns>
    public async Task<FileCount> PutBackAsync(IReadOnlyCollection<FileRecord> files)
    {
        if (files.Count > 0 && house is FolderFileStore own) own.CreateFolder();
        var (there, missing) = (0, 0);
        foreach (var file in files)
        {
            if (await CopyAsync(file, kept, house, isChecked: true)) there++;
            else missing++;
        }
        return new(there, missing);
    }

    /// <summary>False when the file is at neither place as it was. Its smaller pictures go along, as far as they are there.</summary>
    /// <param name="file">Which.</param>
    /// <param name="from">Where it is.</param>
    /// <param name="to">Where it has to be. What is there of the same length is believed to be the file, since every night all of them would have to be read;</param>
    /// <param name="isChecked">unless this says otherwise.</param>
    static async Task<bool> CopyAsync(FileRecord file, IFileStore from, IFileStore to, bool isChecked = false)
    {
        var isThere = await LengthAsync(to, file.Id) == file.Length && (!isChecked || await IsSoundAsync(file, to));
        if (!isThere && !await TryCopyAsync(file.Id, from, to, file.Sha256)) return false;
        foreach (var id in PicturesOf(file))
            if (await LengthAsync(to, id) is null) await TryCopyAsync(id, from, to);
        return true;
    }

    /// <summary>False when it is not there, or not what it was.</summary>
    static async Task<bool> TryCopyAsync(string id, IFileStore from, IFileStore to, string? sha256 = null)
    {
        await using var content = await from.OpenAsync(id, CancellationToken.None);
        if (content is null || sha256 is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content)) != sha256) return false;
        content.Position = 0;
        await to.WriteAsync(id, content, CancellationToken.None);
        return true;
    }

    static async Task<bool> IsSoundAsync(FileRecord file, IFileStore store)
    {
        await using var content = await store.OpenAsync(file.Id, CancellationToken.None);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content)) == file.Sha256;
    }

    /// <summary>Null when it is not there.</summary>
    static async Task<long?> LengthAsync(IFileStore store, string id)
    {
        await using var content = await store.OpenAsync(id, CancellationToken.None);
        return content?.Length;
    }

    static IEnumerable<string> PicturesOf(FileRecord file) => file.Kind!.Value.IsPicture() ? Previews.Widths.Select(width => FileId.OfPreview(file.Id, width)) : [];
}
