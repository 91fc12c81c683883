using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Klapphaus.Server.Start;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.Store;

/// <summary>A backup that has been checked from its first byte to its last: what it gives out can be put back.</summary>
sealed class BackupReader : IDisposable
{
    readonly string path;
    readonly ZipArchive zip;

    BackupReader(string path, ZipArchive zip, BackupManifest manifest) => (this.path, this.zip, Manifest) = (path, zip, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>The files of the plans, by their place in the folder.</summary>
    public Dictionary<string, byte[]> Plans { get; } = new(StringComparer.Ordinal);

    /// <exception cref="StartFault">It is not a backup, or not a whole one: what, where, and what to do.</exception>
    public static BackupReader Open(string path)
    {
        ZipArchive? opened = null;
        try
        {
            opened = ZipFile.OpenRead(path);
            var reader = new BackupReader(path, opened, ManifestOf(path, opened));
            reader.CheckFiles();
            reader.CheckEntries();
            reader.CheckPlans();
            return reader;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            opened?.Dispose();
            throw Fault(path, "ist keine Sicherung oder unvollständig", "is no backup or not a whole one", e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            opened?.Dispose();
            throw new StartFault(OperatorWords.Of($"{path} lässt sich nicht lesen: {e.Message}", $"{path} cannot be read: {e.Message}"), e);
        }
        catch
        {
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>All entries of the store, from the file each time.</summary>
    public IEnumerable<StoredEntry> Entries()
    {
        using var lines = new StreamReader(zip.GetEntry(BackupManifest.StoreFile)!.Open(), Encoding.UTF8);
        for (var number = 1; lines.ReadLine() is { } line; number++) yield return Parse(line, number);
    }

    public void Dispose() => zip.Dispose();

    static BackupManifest ManifestOf(string path, ZipArchive zip)
    {
        var part = zip.GetEntry(BackupManifest.FileName) ?? throw Fault(path, "ist keine Sicherung eines Klapphauses", "is no backup of a Klapphaus", $"{BackupManifest.FileName} -");
        BackupManifest? manifest;
        try
        {
            using var stream = part.Open();
            manifest = JsonSerializer.Deserialize<BackupManifest>(stream, BackupManifest.Json);
        }
        catch (JsonException e)
        {
            throw Fault(path, "ist keine Sicherung eines Klapphauses", "is no backup of a Klapphaus", $"{BackupManifest.FileName}: {e.Message}");
        }
        if (manifest?.Format != BackupManifest.TheFormat) throw Fault(path, "ist keine Sicherung eines Klapphauses", "is no backup of a Klapphaus", $"{BackupManifest.FileName}: format");
        if (manifest.Version is < 1 or > BackupManifest.TheVersion)
            throw new StartFault(OperatorWords.Of(
                $"{path} ist von einem neueren Klapphaus (Format {manifest.Version}, dieses liest {BackupManifest.TheVersion}). Nehmen Sie das neuere Programm.",
                $"{path} is of a newer Klapphaus (format {manifest.Version}, this one reads {BackupManifest.TheVersion}). Take the newer program."));
        return manifest;
    }

    void CheckFiles()
    {
        var there = zip.Entries.Select(e => e.FullName).Where(n => n != BackupManifest.FileName).Order(StringComparer.Ordinal);
        if (!there.SequenceEqual(Manifest.Files.Select(f => f.Name).Order(StringComparer.Ordinal)) || Manifest.Files.All(f => f.Name != BackupManifest.StoreFile))
            throw Damaged(BackupManifest.FileName);
        foreach (var file in Manifest.Files)
        {
            var isPlan = file.Name != BackupManifest.StoreFile;
            if (isPlan && !IsInside(file.Name)) throw Damaged(file.Name);
            using var stream = zip.GetEntry(file.Name)!.Open();
            if (isPlan) Plans[file.Name[BackupManifest.PlansFolder.Length..]] = ReadPlan(stream, file);
            else if (Hash(stream, file) != file.Sha256) throw Damaged(file.Name);
        }
    }

    void CheckEntries()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Entries())
        {
            if (!keys.Add(entry.Key)) throw Damaged($"{BackupManifest.StoreFile}: {entry.Key} x 2");
            counts[StoreKeys.Noun(entry.Key)] = counts.GetValueOrDefault(StoreKeys.Noun(entry.Key)) + 1;
        }
        if (!counts.SequenceEqual(Manifest.Entries)) throw Damaged(BackupManifest.StoreFile);
    }

    void CheckPlans()
    {
        var settings = Plans.GetValueOrDefault(HouseReader.SettingsFile) ?? throw Damaged(BackupManifest.PlansFolder + HouseReader.SettingsFile);
        var faults = HouseReader.Read(settings, Plans.Where(p => p.Key.EndsWith(HouseReader.PlanEnding, StringComparison.Ordinal)).ToDictionary()).Faults;
        if (faults.Count > 0) throw Damaged(BackupManifest.PlansFolder + faults[0].Line(OperatorWords.Language));
    }

    StoredEntry Parse(string line, int number)
    {
        try
        {
            return EntryLine.Read(line);
        }
        catch (FormatException e)
        {
            throw Damaged(OperatorWords.Of($"{BackupManifest.StoreFile}, Zeile {number}: {e.Message}", $"{BackupManifest.StoreFile}, line {number}: {e.Message}"));
        }
    }

    byte[] ReadPlan(Stream stream, BackupPart file)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.Length == file.Length && Convert.ToHexStringLower(SHA256.HashData(copy.ToArray())) == file.Sha256 ? copy.ToArray() : throw Damaged(file.Name);
    }

    static string Hash(Stream stream, BackupPart file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        for (int count; length <= file.Length && (count = stream.Read(buffer)) > 0; length += count) hash.AppendData(buffer.AsSpan(0, count));
        return length == file.Length ? Convert.ToHexStringLower(hash.GetCurrentHash()) : "";
    }

    /// <summary>A name may not lead out of the folder of plans.</summary>
    static bool IsInside(string name) =>
        name.StartsWith(BackupManifest.PlansFolder, StringComparison.Ordinal) && !name.Contains('\\') && !name.Contains(':')
        && name.Split('/').All(part => part is not ("" or "." or ".."));

    StartFault Damaged(string where) => Fault(path, "ist beschädigt", "is damaged", where);

    static StartFault Fault(string path, string german, string english, string where) => new(OperatorWords.Of(
        $"{path} {german} ({where}). Nichts wurde verändert. Nehmen Sie eine andere Kopie.",
        $"{path} {english} ({where}). Nothing was changed. Take another copy."));
}
