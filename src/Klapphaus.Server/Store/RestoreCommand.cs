using Klapphaus.Server.Files;
using Klapphaus.Server.Start;
using StackExchange.Redis;

namespace Klapphaus.Server.Store;

/// <summary><c>restore FILE</c>: puts a backup into an empty store, or with <c>--replace</c> in place of what is there.</summary>
static class RestoreCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (KeepingArguments.Read(args) is not { } asked)
        {
            await output.WriteLineAsync(OperatorWords.Of(
                "So wird zurückgespielt: restore DATEI.zip [--replace] [--without-files] [--Klapphaus:DataPath=/pfad] [--ConnectionStrings:redis=host:6379]",
                "To restore: restore FILE.zip [--replace] [--without-files] [--Klapphaus:DataPath=/path] [--ConnectionStrings:redis=host:6379]"));
            return 2;
        }
        using var backup = BackupReader.Open(asked.File);
        await using var store = await KeepingStore.OpenToWriteAsync(asked.Redis, asked.Options.DataPath);
        var plans = asked.Options.PlansFolder;
        if (!asked.Replace) await RefuseFullAsync(store.Connection, plans, backup);
        var files = await PutAsync(store.Connection, asked, backup);
        var words = BackupCommand.Describe(backup.Manifest) + files.Words();
        await output.WriteLineAsync(OperatorWords.Of($"Zurückgespielt: {words}", $"Restored: {words}"));
        return 0;
    }

    static async Task RefuseFullAsync(IConnectionMultiplexer connection, string plans, BackupReader backup)
    {
        if (await connection.GetDatabase().KeyExistsAsync(StoreKeys.Restoring))
            throw Refusal("Hier wurde ein Zurückspielen unterbrochen", "A restore was interrupted here");
        await foreach (var key in new StoreReader(connection).KeysAsync())
            throw Refusal($"Der Speicher ist nicht leer (zum Beispiel {key})", $"The store is not empty (it has {key}, for one)");
        if (PlanFiles.Exist(plans) && !PlanFiles.AreThere(plans, backup.Plans))
            throw Refusal($"In {plans} sind andere Pläne", $"There are other plans in {plans}");
    }

    static StartFault Refusal(string german, string english) => new(OperatorWords.Of(
        $"{german}. Nichts wurde verändert. Soll die Sicherung an die Stelle treten: --replace",
        $"{english}. Nothing was changed. To put the backup in its place: --replace"));

    static async Task<FileCount> PutAsync(IConnectionMultiplexer connection, KeepingArguments asked, BackupReader backup)
    {
        var store = connection.GetDatabase();
        await store.StringSetAsync(StoreKeys.Restoring, backup.Manifest.Created.ToString("O"));
        await foreach (var key in new StoreReader(connection).KeysAsync()) await store.KeyDeleteAsync(key);
        var writer = new StoreWriter(store, TimeProvider.System);
        foreach (var entry in backup.Entries()) await writer.WriteAsync(entry);
        PlanFiles.Put(asked.Options.PlansFolder, backup.Plans);
        var files = asked.WithoutFiles ? default : await PutFilesAsync(asked, backup);
        await store.KeyDeleteAsync(StoreKeys.Restoring);
        return files;
    }

    static async Task<FileCount> PutFilesAsync(KeepingArguments asked, BackupReader backup)
    {
        try
        {
            return await FileKeeping.Of(asked.File, asked.Options).PutBackAsync(FileKeeping.In(backup));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFault(OperatorWords.Of(
                $"Die Dateien der Stände konnten nicht zurückgespielt werden: {e.Message} Wiederholen Sie es mit --replace, oder ohne die Dateien: --replace --without-files",
                $"The files of stands could not be put back: {e.Message} Repeat it with --replace, or without the files: --replace --without-files"), e);
        }
    }
}
