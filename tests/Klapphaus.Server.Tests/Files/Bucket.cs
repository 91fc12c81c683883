using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Klapphaus.Server.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Server.Tests.Files;

/// <summary>One bucket of S3-compatible storage, over HTTP, with the bucket in the path. It believes nobody: each request's signature is made once more.</summary>
sealed class Bucket : IAsyncDisposable
{
    /// <summary>A list is told in pages of so many.</summary>
    public const int PageSize = 10;

    const string Name = "klapphaus-test", AccessKey = "AKKLAPPHAUS", SecretKey = "geheimer-Schluessel+/=", Region = "eu-soest-1";

    static readonly XNamespace s3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    readonly ConcurrentDictionary<string, (byte[] Content, DateTimeOffset At)> objects = new(StringComparer.Ordinal);
    readonly S3Signature signature = new(AccessKey, SecretKey, Region);
    readonly WebApplication app;
    string url = "";

    Bucket(WebApplication app) => this.app = app;

    /// <summary>It is there and does nothing for anybody.</summary>
    public bool RefusesAll { get; set; }

    public IEnumerable<string> Keys => objects.Keys.Order(StringComparer.Ordinal);

    public string[] Settings =>
    [
        "--Klapphaus:Files:S3Url", url, "--Klapphaus:Files:S3Bucket", Name, "--Klapphaus:Files:S3AccessKey", AccessKey,
        "--Klapphaus:Files:S3SecretKey", SecretKey, "--Klapphaus:Files:S3Region", Region,
    ];

    public static async Task<Bucket> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        var bucket = new Bucket(builder.Build());
        bucket.app.Run(bucket.AnswerAsync);
        await bucket.app.StartAsync();
        bucket.url = bucket.app.Urls.First();
        return bucket;
    }

    public FilesOptions Options() => new() { S3Url = url, S3Bucket = Name, S3AccessKey = AccessKey, S3SecretKey = SecretKey, S3Region = Region };

    public void Put(string key, byte[] content) => objects[key] = (content, TimeProvider.System.GetUtcNow());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var path = http.Request.Path.Value!;
        if (RefusesAll || !signature.IsOf(http.Request, body.ToArray())) await RefuseAsync(http, HttpStatusCode.Forbidden, "AccessDenied");
        else if (path.TrimEnd('/') == $"/{Name}") await ListAsync(http);
        else if (!path.StartsWith($"/{Name}/", StringComparison.Ordinal)) await RefuseAsync(http, HttpStatusCode.NotFound, "NoSuchBucket");
        else await AnswerAsync(http, path[(Name.Length + 2)..], body.ToArray());
    }

    async Task AnswerAsync(HttpContext http, string key, byte[] body)
    {
        if (http.Request.Method == "PUT")
        {
            Put(key, body);
            http.Response.Headers.ETag = $"\"{Guid.NewGuid():N}\"";
        }
        else if (http.Request.Method == "DELETE")
        {
            objects.TryRemove(key, out _);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (!objects.TryGetValue(key, out var found))
        {
            await RefuseAsync(http, HttpStatusCode.NotFound, "NoSuchKey");
        }
        else
        {
            await TellAsync(http, found.Content, found.At);
        }
    }

    /// <summary>All of it, or the range that is asked for.</summary>
    static async Task TellAsync(HttpContext http, byte[] content, DateTimeOffset at)
    {
        var (from, to) = (0L, content.Length - 1L);
        if (RangeHeaderValue.TryParse(http.Request.Headers.Range, out var asked))
        {
            (from, to) = (asked.Ranges.Single().From!.Value, Math.Min(to, asked.Ranges.Single().To ?? to));
            http.Response.StatusCode = StatusCodes.Status206PartialContent;
            http.Response.Headers.ContentRange = $"bytes {from}-{to}/{content.Length}";
        }
        http.Response.Headers.ETag = "\"etag\"";
        http.Response.Headers.LastModified = at.ToString("R", CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = to - from + 1;
        if (http.Request.Method != "HEAD") await http.Response.Body.WriteAsync(content.AsMemory((int)from, (int)(to - from + 1)));
    }

    async Task ListAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var after = query["continuation-token"].ToString();
        var found = objects.Where(o => o.Key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(o.Key, after) > 0)
            .OrderBy(o => o.Key, StringComparer.Ordinal).Take(PageSize + 1).ToList();
        var page = found.Take(PageSize).ToList();
        var more = found.Count > PageSize;
        await WriteAsync(http, new(
            s3 + "ListBucketResult",
            new XElement(s3 + "Name", Name),
            new XElement(s3 + "KeyCount", page.Count),
            new XElement(s3 + "IsTruncated", more ? "true" : "false"),
            more ? new XElement(s3 + "NextContinuationToken", page[^1].Key) : null,
            page.Select(o => new XElement(
                s3 + "Contents",
                new XElement(s3 + "Key", o.Key),
                new XElement(s3 + "Size", o.Value.Content.Length),
                new XElement(s3 + "LastModified", o.Value.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))))));
    }

    static Task RefuseAsync(HttpContext http, HttpStatusCode status, string code)
    {
        http.Response.StatusCode = (int)status;
        return http.Request.Method == "HEAD" ? Task.CompletedTask : WriteAsync(http, new("Error", new XElement("Code", code), new XElement("Message", code)));
    }

    static Task WriteAsync(HttpContext http, XElement answer)
    {
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{answer}");
    }
}
