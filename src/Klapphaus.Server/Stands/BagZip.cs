using System.IO.Compression;
using System.Text;
using Klapphaus.Contracts;
using StackExchange.Redis;

namespace Klapphaus.Server.Stands;

/// <summary>
/// A bag as one zip, written as it is read: files by their titles, links as files that open them, and a page on which all of it is listed. What cannot be had is
/// left out, and the page says so. A file that several materials name is in it once.
/// </summary>
sealed class BagZip(IStandFiles files, TimeProvider time)
{
    /// <summary>Most of it is packed already; but what is not packed at all some programs cannot read from a stream.</summary>
    const CompressionLevel Packing = CompressionLevel.Fastest;

    /// <summary>What a zip writes at the end of an entry it writes synchronously, which a response does not allow: it stays in between until it is flushed.</summary>
    const int Between = 64 * 1024;

    /// <summary>So much all files in it have together at most, in bytes as they are stored.</summary>
    public long Most { get; init; } = 1_000_000_000;

    public async Task WriteAsync(Stream target, BagItemView[] items, BagPage page, CancellationToken cancellation)
    {
        var between = new BufferedStream(target, Between);
        await using (var zip = await ZipArchive.CreateAsync(between, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            var packed = new Packed();
            var list = packed.Names.Of(page.Title, ".html");
            foreach (var item in items)
            {
                var (name, fits) = await AddAsync(zip, item, packed, cancellation);
                page.Add(item, name, fits);
                await between.FlushAsync(cancellation);
            }
            await AddAsync(zip, list, page.ToString(), cancellation);
        }
        await between.FlushAsync(cancellation);
    }

    /// <summary>The name by which it is in the zip; null when it cannot be had, or when it does not fit in any more.</summary>
    async Task<(string? Name, bool Fits)> AddAsync(ZipArchive zip, BagItemView item, Packed packed, CancellationToken cancellation)
    {
        if (item.Link.Length > 0)
        {
            var link = packed.Names.Of(item.Title, ".url");
            await AddAsync(zip, link, $"[InternetShortcut]\r\nURL={new Uri(item.Link).AbsoluteUri}\r\n", cancellation);
            return (link, true);
        }
        if (item.File.Length == 0) return (null, true);
        var file = (item.Stand, item.File);
        if (!packed.Files.TryGetValue(file, out var known)) packed.Files[file] = known = await AddFileAsync(zip, item, packed, cancellation);
        return known;
    }

    async Task<(string? Name, bool Fits)> AddFileAsync(ZipArchive zip, BagItemView item, Packed packed, CancellationToken cancellation)
    {
        if (await TryOpenAsync(item, cancellation) is not { } file) return (null, true);
        await using var content = file.Content;
        if (packed.Bytes + content.Length > Most) return (null, false);
        packed.Bytes += content.Length;
        var name = packed.Names.Of(item.Title, file.Ending);
        await using var entry = await Entry(zip, name).OpenAsync(cancellation);
        await content.CopyToAsync(entry, cancellation);
        await entry.FlushAsync(cancellation);
        return (name, true);
    }

    /// <summary>
    /// A storage that does not answer when a file is opened is no reason to give nothing at all. One that stops in the middle of a file ends the answer before
    /// its end: what has been sent cannot be taken back.
    /// </summary>
    async Task<StandFile?> TryOpenAsync(BagItemView item, CancellationToken cancellation)
    {
        try
        {
            return await files.OpenAsync(item.Stand, item.File, width: null, cancellation);
        }
        catch (Exception e) when (e is IOException or RedisException or TimeoutException)
        {
            return null;
        }
    }

    async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellation)
    {
        await using var entry = await Entry(zip, name).OpenAsync(cancellation);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await entry.FlushAsync(cancellation);
    }

    ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, Packing);
        entry.LastWriteTime = time.GetUtcNow();
        return entry;
    }

    /// <summary>What is in a zip so far.</summary>
    sealed class Packed
    {
        public SafeNames Names { get; } = new();

        /// <summary>What became of each file, by its stand and its id.</summary>
        public Dictionary<(string Stand, string File), (string? Name, bool Fits)> Files { get; } = [];

        /// <summary>Of all files together.</summary>
        public long Bytes { get; set; }
    }
}
