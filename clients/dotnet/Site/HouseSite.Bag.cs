using Klapphaus.Contracts;

namespace Klapphaus.Client;

// What one takes along from stands.
public sealed partial class HouseSite
{
    /// <summary>What one has taken along, also what is not there any more.</summary>
    public Task<Reply<BagView>> BagAsync(CancellationToken cancellation = default) => line.ReadAsync<BagView>("/api/bag", cancellation);

    /// <summary>Takes a material along, once.</summary>
    public Task<Reply<RefusalView>> TakeAlongAsync(string stand, string material, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Post, "/api/bag", new BagRequest { Stand = stand, Material = material }, cancellation);

    public Task<Reply<RefusalView>> TakeOutAsync(string stand, string material, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Delete, $"/api/bag/items/{Segment(stand)}/{Segment(material)}", null, cancellation);

    /// <summary>Takes everything out.</summary>
    public Task<Reply<RefusalView>> EmptyBagAsync(CancellationToken cancellation = default) => line.DoAsync(HttpMethod.Delete, "/api/bag", null, cancellation);

    /// <summary>Everything in the bag as one ZIP file: files, links, and a page that lists them.</summary>
    /// <param name="target">It is written there as it comes; what is there of a file that broke off is of no use.</param>
    /// <param name="cancellation">To give up earlier.</param>
    public Task<Reply<SiteFile>> DownloadBagAsync(Stream target, CancellationToken cancellation = default) => line.LoadAsync("/api/bag/bag.zip", target, cancellation);

    /// <summary>One file of the house, such as a stand's material.</summary>
    /// <param name="file">Its id.</param>
    /// <param name="target">It is written there as it comes; what is there of a file that broke off is of no use.</param>
    /// <param name="cancellation">To give up earlier.</param>
    public Task<Reply<SiteFile>> DownloadFileAsync(string file, Stream target, CancellationToken cancellation = default) =>
        line.LoadAsync($"/api/files/{Segment(file)}", target, cancellation);
}
