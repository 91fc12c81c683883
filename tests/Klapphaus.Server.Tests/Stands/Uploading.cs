using System.Net;
using Klapphaus.Server.Tests.Files;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Files of stands, by HTTP as a browser does it.</summary>
static class Uploading
{
    /// <summary>Gives the id of the file.</summary>
    public static async Task<string> UploadAsync(this Browser who, string stand, byte[] content, string name)
    {
        using var begin = Uploader.Ask(HttpMethod.Post, "/api/files", ("Upload-Length", $"{content.Length}"), ("Upload-Metadata", Uploader.Metadata(name, stand)));
        using var begun = await who.Http.SendAsync(begin);
        Assert.True(begun.StatusCode == HttpStatusCode.Created, $"{begun.StatusCode} {await begun.Content.ReadAsStringAsync()}");
        using var send = Uploader.Ask(HttpMethod.Patch, begun.Headers.Location!.OriginalString, ("Upload-Offset", "0"));
        send.Content = new ByteArrayContent(content) { Headers = { ContentType = new("application/offset+octet-stream") } };
        using var sent = await who.Http.SendAsync(send);
        Assert.True(sent.StatusCode == HttpStatusCode.NoContent, $"{sent.StatusCode} {await sent.Content.ReadAsStringAsync()}");
        return Assert.Single(sent.Content.Headers.GetValues("Content-Location")).Split('/')[^1];
    }

    public static async Task<HttpStatusCode> BeginAsync(this Browser who, string stand)
    {
        using var begin = Uploader.Ask(HttpMethod.Post, "/api/files", ("Upload-Length", "1000"), ("Upload-Metadata", Uploader.Metadata("Leerstand.pdf", stand)));
        using var begun = await who.Http.SendAsync(begin);
        return begun.StatusCode;
    }

    public static async Task<HttpStatusCode> ReadAsync(this Browser who, string file)
    {
        using var answer = await who.Http.GetAsync($"/api/files/{file}");
        return answer.StatusCode;
    }
}
