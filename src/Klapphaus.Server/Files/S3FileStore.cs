using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Klapphaus.Server.Files;

/// <summary>
/// Files in S3-compatible storage (MinIO, Ceph, Garage, a provider's), in one bucket that may hold other things, too. The bucket stands in the path, as storage
/// of one's own wants it. A file is one request, so it is there whole or not at all.
/// </summary>
sealed class S3FileStore(FilesOptions options) : IFileStore, IDisposable
{
    /// <summary>Before the id of each file.</summary>
    const string Prefix = "klapphaus/";

    readonly AmazonS3Client client = new(new BasicAWSCredentials(options.S3AccessKey, options.S3SecretKey), new AmazonS3Config
    {
        ServiceURL = options.S3Url,
        ForcePathStyle = true,
        AuthenticationRegion = options.S3Region,
        // storage of one's own often knows no newer checksums than those of the signature
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        MaxErrorRetry = 2,
    });

    public Task WriteAsync(string id, Stream content, CancellationToken cancellation) => AskAsync(() => client.PutObjectAsync(
        new()
        {
            BucketName = options.S3Bucket,
            Key = KeyOf(id),
            InputStream = content,
            AutoCloseStream = false,
            UseChunkEncoding = false,
        },
        cancellation));

    public async Task TakeAsync(string id, string path, CancellationToken cancellation)
    {
        await using (var file = File.OpenRead(path)) await WriteAsync(id, file, cancellation);
        File.Delete(path);
    }

    public async Task<Stream?> OpenAsync(string id, CancellationToken cancellation)
    {
        var key = KeyOf(id);
        try
        {
            var head = await AskAsync(() => client.GetObjectMetadataAsync(options.S3Bucket, key, cancellation));
            return new S3Stream((from, to, stop) => AskAsync(() => client.GetObjectAsync(new() { BucketName = options.S3Bucket, Key = key, ByteRange = new(from, to) }, stop)), head.ContentLength);
        }
        catch (IOException e) when (e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    public Task DeleteAsync(string id, CancellationToken cancellation) => AskAsync(() => client.DeleteObjectAsync(options.S3Bucket, KeyOf(id), cancellation));

    public async IAsyncEnumerable<StoredFile> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = options.S3Bucket, Prefix = Prefix };
        do
        {
            var page = await AskAsync(() => client.ListObjectsV2Async(request, cancellation));
            foreach (var item in page.S3Objects ?? [])
                if (FileId.FileOf(item.Key[Prefix.Length..]) is not null)
                    yield return new(item.Key[Prefix.Length..], item.Size ?? 0, new DateTimeOffset((item.LastModified ?? DateTime.UnixEpoch).ToUniversalTime()));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    /// <summary>There are no drafts: what was cut on the way has never been there.</summary>
    public Task TidyAsync(DateTimeOffset before, CancellationToken cancellation) => Task.CompletedTask;

    public void Dispose() => client.Dispose();

    static string KeyOf(string id) => Prefix + FileId.Own(id);

    /// <summary>What goes wrong there is told in one form, without what its words may give away.</summary>
    static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException("The storage of files does not do what it is asked.", e);
        }
    }
}
