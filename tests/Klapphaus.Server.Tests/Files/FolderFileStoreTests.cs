using Klapphaus.Server.Files;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Files in a folder: whole or not at all.</summary>
public sealed class FolderFileStoreTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FolderFileStore store;

    public FolderFileStoreTests() => store = new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task ItDoesWhatAStoreDoes() => StoreChecks.RunAsync(store, folder.Path);

    [Fact]
    public async Task StreamThatIsCutLeavesNothing()
    {
        var id = FileId.New();
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(id, new CutStream(100_000), CancellationToken.None));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        await store.WriteAsync(id, new MemoryStream([1, 2, 3]), CancellationToken.None);
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(id, new CutStream(100_000), CancellationToken.None));
        await using var content = await store.OpenAsync(id, CancellationToken.None);
        Assert.Equal(3, content!.Length); // what was there is there
    }

    [Fact]
    public async Task DraftOfAProcessThatWasKilledIsTidiedUpWhenItIsOld()
    {
        var kept = FileId.New();
        await store.WriteAsync(kept, new MemoryStream([1]), CancellationToken.None);
        var draft = Path.Combine(folder.Path, $"{FileId.New()}.{Guid.NewGuid():N}.draft");
        await File.WriteAllTextAsync(draft, "half");
        var now = TimeProvider.System.GetUtcNow();
        await store.TidyAsync(now.AddHours(-1), CancellationToken.None);
        Assert.True(File.Exists(draft)); // somebody may be at it
        await store.TidyAsync(now.AddHours(1), CancellationToken.None);
        Assert.Equal(kept, Path.GetFileName(Assert.Single(Directory.EnumerateFiles(folder.Path))));
    }

    [Fact]
    public async Task NameFromOutsideNeverBecomesAPath()
    {
        foreach (var name in new[] { "../evil", "evil", "", FileId.New() + "/../x", FileId.New() + "-97", "\0" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync(name, new MemoryStream([1]), CancellationToken.None));
            await Assert.ThrowsAsync<ArgumentException>(async () => await store.OpenAsync(name, CancellationToken.None));
            await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(name, CancellationToken.None));
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    /// <summary>Gives some bytes, and then its line is cut.</summary>
    sealed class CutStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
            throw new IOException("The line was cut.");
        }
    }
}
