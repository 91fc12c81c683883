using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Klapphaus.Server.Store;

/// <summary>Writes a backup: a zip of the store as lines of JSON, the plans, and a manifest.</summary>
sealed class BackupWriter(TimeProvider time)
{
    readonly SortedDictionary<string, int> entries = new(StringComparer.Ordinal);
    readonly List<BackupPart> files = [];

    public async Task<BackupManifest> WriteAsync(Stream target, StoreReader store, string plans)
    {
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await AddStoreAsync(zip, store);
        foreach (var file in Directory.EnumerateFiles(plans, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            await AddPlanAsync(zip, Path.GetRelativePath(plans, file).Replace('\\', '/'), file);
        var manifest = new BackupManifest
        {
            Format = BackupManifest.TheFormat,
            Version = BackupManifest.TheVersion,
            Created = time.GetUtcNow(),
            Entries = entries,
            Files = files,
        };
        await using var last = await zip.CreateEntry(BackupManifest.FileName).OpenAsync();
        await JsonSerializer.SerializeAsync(last, manifest, BackupManifest.Json);
        return manifest;
    }

    async Task AddStoreAsync(ZipArchive zip, StoreReader store)
    {
        await using var part = await zip.CreateEntry(BackupManifest.StoreFile).OpenAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        await foreach (var key in store.KeysAsync())
        {
            if (await store.ReadAsync(key) is not { } entry) continue;
            byte[] line = [.. EntryLine.Write(entry), (byte)'\n'];
            hash.AppendData(line);
            await part.WriteAsync(line);
            length += line.Length;
            entries[StoreKeys.Noun(key)] = entries.GetValueOrDefault(StoreKeys.Noun(key)) + 1;
        }
        files.Add(new(BackupManifest.StoreFile, length, Convert.ToHexStringLower(hash.GetCurrentHash())));
    }

    async Task AddPlanAsync(ZipArchive zip, string name, string file)
    {
        if (name.EndsWith(".draft", StringComparison.Ordinal)) return; // half of a file that is being changed
        var bytes = await File.ReadAllBytesAsync(file);
        await using (var part = await zip.CreateEntry(BackupManifest.PlansFolder + name).OpenAsync()) await part.WriteAsync(bytes);
        files.Add(new(BackupManifest.PlansFolder + name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }
}
