using Klapphaus.Server.Files;

namespace Klapphaus.Server.Tests.Files;

/// <summary>What every store of files does, wherever it keeps them.</summary>
static class StoreChecks
{
    /// <param name="store">The store, with nothing in it.</param>
    /// <param name="folder">On the disk from which it takes over files.</param>
    public static async Task RunAsync(IFileStore store, string folder)
    {
        var none = CancellationToken.None;
        var (id, other) = (FileId.New(), FileId.New());
        var content = new byte[20_000_000]; // more than is asked for at once
        Random.Shared.NextBytes(content);
        Assert.Null(await store.OpenAsync(id, none));
        await store.DeleteAsync(id, none); // nothing happens

        await store.WriteAsync(id, new MemoryStream(content), none);
        await store.WriteAsync(FileId.OfPreview(id, 96), new MemoryStream(content, 0, 10), none);
        var path = Path.Combine(folder, "arrived");
        await File.WriteAllBytesAsync(path, content[..1000], none);
        await store.TakeAsync(other, path, none);
        Assert.False(File.Exists(path));
        Assert.Equal(Uploader.Sha256(content), Uploader.Sha256(await ReadAsync(store, id, 0, content.Length)));
        Assert.Equal(content[..1000], await ReadAsync(store, other, 0, 1000));
        foreach (var (from, count) in new[] { (0, 1), (7, 5), (8 * 1024 * 1024 - 3, 6), (content.Length - 4, 4), (content.Length, 0) })
            Assert.Equal(content[from..(from + count)], await ReadAsync(store, id, from, count));

        var before = TimeProvider.System.GetUtcNow().AddMinutes(-5);
        var listed = await store.ListAsync(none).ToDictionaryAsync(f => f.Id);
        Assert.Equal(new[] { id, FileId.OfPreview(id, 96), other }.Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((content.Length, 10, 1000), ((int)listed[id].Length, (int)listed[FileId.OfPreview(id, 96)].Length, (int)listed[other].Length));
        Assert.All(listed.Values, f => Assert.InRange(f.WrittenAt, before, before.AddMinutes(10)));

        await store.WriteAsync(id, new MemoryStream([7]), none);
        Assert.Equal([7], await ReadAsync(store, id, 0, 1));
        await store.DeleteAsync(id, none);
        Assert.Null(await store.OpenAsync(id, none));
        Assert.NotNull(await store.OpenAsync(other, none));
    }

    /// <summary>From some place on, to the end when so many bytes are there.</summary>
    static async Task<byte[]> ReadAsync(IFileStore store, string id, int from, int count)
    {
        await using var stream = await store.OpenAsync(id, CancellationToken.None);
        stream!.Seek(from, SeekOrigin.Begin);
        var read = new byte[count];
        await stream.ReadExactlyAsync(read);
        if (from + count == stream.Length) Assert.Equal(0, await stream.ReadAsync(new byte[1]));
        return read;
    }
}
