using Klapphaus.Grains.House;
using Klapphaus.Server.Start;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.House;

/// <summary>The operator's folder: one settings file and a plan for each room.</summary>
sealed class HouseFolder
{
    readonly string path;

    HouseFolder(string path) => this.path = path;

    /// <summary>Opens the folder; the house that ships is put there first when there is none. A folder with a fault stops the start.</summary>
    public static HouseFolder Prepare(string path)
    {
        if (!File.Exists(Path.Combine(path, HouseReader.SettingsFile))) CopyShipped(path);
        var folder = new HouseFolder(path);
        var files = folder.Read();
        var faults = HouseReader.Read(files.Settings, files.Plans).Faults;
        return faults.Count == 0 ? folder : throw new StartFault(OperatorWords.Of(
            $"Die Pläne in {path} haben {faults.Count} Fehler; bitte in Tiled beheben. {string.Join(" | ", faults.Select(f => f.Line("de")))}",
            $"The plans in {path} have {faults.Count} faults; please mend them in Tiled. {string.Join(" | ", faults.Select(f => f.Line("en")))}"));
    }

    /// <summary>Everything as it is on disk now.</summary>
    public HouseFiles Read() => new()
    {
        Settings = File.ReadAllBytes(Path.Combine(path, HouseReader.SettingsFile)),
        Plans = Directory.EnumerateFiles(path, "*" + HouseReader.PlanEnding).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes),
    };

    /// <summary>Changes when a file does. Asked for every second: works on every file system, mounted ones too, and costs a few look-ups.</summary>
    public string Signature() => string.Join('\n', Directory.EnumerateFiles(path)
        .Where(f => f.EndsWith(HouseReader.PlanEnding, StringComparison.OrdinalIgnoreCase) || Path.GetFileName(f) == HouseReader.SettingsFile)
        .Order(StringComparer.Ordinal)
        .Select(f => new FileInfo(f))
        .Select(f => $"{f.Name} {f.LastWriteTimeUtc.Ticks} {f.Length}"));

    static void CopyShipped(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "house")))
                File.Copy(file, Path.Combine(path, Path.GetFileName(file)), overwrite: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFault(OperatorWords.Of(
                $"Die mitgelieferten Räume konnten nicht nach {path} gelegt werden ({e.Message}). Ist der Ordner beschreibbar?",
                $"The rooms that ship could not be put into {path} ({e.Message}). Can it be written to?"), e);
        }
    }
}
