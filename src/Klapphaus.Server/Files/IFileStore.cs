namespace Klapphaus.Server.Files;

/// <summary>
/// Where the contents of files are kept, by ids that the house has made. What goes wrong outside (a disk, a network, a storage that refuses) is an
/// <see cref="IOException"/>; <see cref="DiskFull"/> tells one that is full from the rest.
/// </summary>
interface IFileStore
{
    /// <summary>Keeps what the stream gives, whole or not at all.</summary>
    Task WriteAsync(string id, Stream content, CancellationToken cancellation);

    /// <summary>Takes over a file of this machine, whole or not at all; afterwards it is gone from where it was.</summary>
    Task TakeAsync(string id, string path, CancellationToken cancellation);

    /// <summary>The content as a stream that can be read from any place on; null when there is none.</summary>
    Task<Stream?> OpenAsync(string id, CancellationToken cancellation);

    /// <summary>Removes it; nothing happens when it is not there.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation);

    /// <summary>Everything that is kept.</summary>
    IAsyncEnumerable<StoredFile> ListAsync(CancellationToken cancellation);

    /// <summary>Removes what writes have left behind that were cut before that time.</summary>
    Task TidyAsync(DateTimeOffset before, CancellationToken cancellation);
}
