using Klapphaus.World.Plans;

namespace Klapphaus.Server.Store;

/// <summary>The folder of plans, as a backup takes and gives it: every file that lies there.</summary>
static class PlanFiles
{
    public static bool Exist(string folder) => File.Exists(Path.Combine(folder, HouseReader.SettingsFile));

    /// <summary>The folder holds these files already, byte by byte, and no other plan.</summary>
    public static bool AreThere(string folder, IReadOnlyDictionary<string, byte[]> files) =>
        files.All(f => File.Exists(Path.Combine(folder, f.Key)) && File.ReadAllBytes(Path.Combine(folder, f.Key)).AsSpan().SequenceEqual(f.Value))
        && Others(folder, files).Count == 0;

    /// <summary>Each file appears at once and whole; plans that are not part of it go.</summary>
    public static void Put(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path + ".draft", bytes);
            File.Move(path + ".draft", path, overwrite: true);
        }
        foreach (var other in Others(folder, files)) File.Delete(other);
    }

    static List<string> Others(string folder, IReadOnlyDictionary<string, byte[]> files) =>
        [.. Directory.EnumerateFiles(folder, "*" + HouseReader.PlanEnding).Where(f => !files.ContainsKey(Path.GetFileName(f)))];
}
