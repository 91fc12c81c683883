using Klapphaus.Server.Files;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.Store;

/// <summary><c>backup FILE</c>: all that the house keeps, in one file; the house may go on meanwhile.</summary>
static class BackupCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (KeepingArguments.Read(args) is not { Replace: false } asked)
        {
            await output.WriteLineAsync(OperatorWords.Of(
                "So wird gesichert: backup DATEI.zip [--without-files] [--Klapphaus:DataPath=/pfad] [--ConnectionStrings:redis=host:6379]",
                "To back up: backup FILE.zip [--without-files] [--Klapphaus:DataPath=/path] [--ConnectionStrings:redis=host:6379]"));
            return 2;
        }
        var plans = asked.Options.PlansFolder;
        if (File.Exists(asked.File))
            throw new StartFault(OperatorWords.Of($"{asked.File} gibt es schon. Wählen Sie einen anderen Namen.", $"{asked.File} is there already. Choose another name."));
        await using var store = await KeepingStore.OpenToReadAsync(asked.Redis, asked.Options.DataPath);
        if (!PlanFiles.Exist(plans))
            throw new StartFault(OperatorWords.Of(
                $"In {plans} sind keine Pläne. Nennen Sie ihren Ordner: --Klapphaus:HousePath=/pfad",
                $"There are no plans in {plans}. Name their folder: --Klapphaus:HousePath=/path"));
        var draft = asked.File + ".part";
        try
        {
            var manifest = await WriteAsync(draft, new(store.Connection), plans);
            IReadOnlyCollection<FileRecord> named;
            using (var written = BackupReader.Open(draft)) named = FileKeeping.In(written); // a backup that was never read is none
            File.Move(draft, asked.File);
            // whatever becomes of the files now, the store is kept
            var (files, fault) = asked.WithoutFiles ? (default, "") : await TryKeepAsync(FileKeeping.Of(asked.File, asked.Options), named, manifest.Created);
            var words = Describe(manifest) + files.Words();
            await output.WriteLineAsync(OperatorWords.Of($"Gesichert in {asked.File}: {words}", $"Backed up to {asked.File}: {words}"));
            if (fault.Length == 0) return 0;
            await output.WriteLineAsync(OperatorWords.Of($"Die Dateien der Stände konnten nicht gesichert werden: {fault}", $"The files of stands could not be kept: {fault}"));
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFault(OperatorWords.Of($"{asked.File} konnte nicht geschrieben werden: {e.Message}", $"{asked.File} could not be written: {e.Message}"), e);
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }

    static async Task<(FileCount Files, string Fault)> TryKeepAsync(FileKeeping keeping, IReadOnlyCollection<FileRecord> files, DateTimeOffset now)
    {
        try
        {
            return (await keeping.KeepAsync(files, now), "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (default, e.Message);
        }
    }

    /// <summary>Room 5, avatar 812; 7 files of plans.</summary>
    public static string Describe(BackupManifest manifest) => string.Join(", ", manifest.Entries.Select(e => $"{e.Key} {e.Value}"))
        + OperatorWords.Of($"; {manifest.Files.Count - 1} Dateien der Pläne; Stand {manifest.Created:yyyy-MM-dd HH:mm} UTC", $"; {manifest.Files.Count - 1} files of plans; as of {manifest.Created:yyyy-MM-dd HH:mm} UTC");

    static async Task<BackupManifest> WriteAsync(string file, StoreReader store, string plans)
    {
        File.Delete(file);
        await using var target = new FileStream(file, Private.Create(FileMode.CreateNew)); // the keys that sign sessions are in it
        return await new BackupWriter(TimeProvider.System).WriteAsync(target, store, plans);
    }
}
