using StackExchange.Redis;

namespace Klapphaus.Server.Files;

/// <summary>The list of all files in the store of the house: what each is, and how much each stand has. It holds no content.</summary>
sealed class FileBook(IConnectionMultiplexer store)
{
    /// <summary>Files of one stand; more would be a way to fill the store with empty ones.</summary>
    public const int MostFiles = 500;

    IDatabase Store => store.GetDatabase();

    /// <summary>
    /// Takes the room for a file that is on its way. It is taken first and counted then, in one step: of two who want the last room at once, both may have to
    /// go, and never do both get it.
    /// </summary>
    /// <returns>False when the stand would have more than that.</returns>
    public async Task<bool> ReserveAsync(FileRecord file, long mostBytes)
    {
        var step = Store.CreateTransaction();
        var writes = Write(step, file);
        var lengths = step.HashValuesAsync(FileKeys.OfStand(file.Stand));
        await step.ExecuteAsync();
        await writes;
        var all = await lengths;
        if (all.Length <= MostFiles && all.Sum(l => (long)l) <= mostBytes) return true;
        await RemoveAsync(file);
        return false;
    }

    /// <summary>Writes down what the file is.</summary>
    public async Task PutAsync(FileRecord file)
    {
        var step = Store.CreateTransaction();
        var writes = Write(step, file);
        await step.ExecuteAsync();
        await writes;
    }

    /// <summary>Writes down anew what the file is, unless it has been removed meanwhile.</summary>
    public Task MarkAsync(FileRecord file) => Store.StringSetAsync(FileKeys.OfFile(file.Id), file.ToJson(), when: When.Exists);

    /// <summary>Null when there is none.</summary>
    public async Task<FileRecord?> FindAsync(string id) => FileId.IsOne(id) && await Store.StringGetAsync(FileKeys.OfFile(id)) is { HasValue: true } text ? FileRecord.Of(text.ToString()) : null;

    public async Task RemoveAsync(FileRecord file)
    {
        var step = Store.CreateTransaction();
        var writes = Task.WhenAll(step.KeyDeleteAsync(FileKeys.OfFile(file.Id)), step.HashDeleteAsync(FileKeys.OfStand(file.Stand), file.Id));
        await step.ExecuteAsync();
        await writes;
    }

    /// <summary>Bytes of a stand's files, those on their way included.</summary>
    public async Task<long> UsedAsync(string stand) => (await Store.HashValuesAsync(FileKeys.OfStand(stand))).Sum(l => (long)l);

    public async IAsyncEnumerable<FileRecord> AllAsync()
    {
        await foreach (var key in store.GetServers().First(s => s is { IsConnected: true, IsReplica: false }).KeysAsync(Store.Database, FileKeys.Pattern))
            if (await FindAsync(key.ToString().Split('/')[^1]) is { } file) yield return file;
    }

    static Task<bool[]> Write(ITransaction step, FileRecord file) =>
        Task.WhenAll(step.StringSetAsync(FileKeys.OfFile(file.Id), file.ToJson()), step.HashSetAsync(FileKeys.OfStand(file.Stand), file.Id, file.Length));
}
