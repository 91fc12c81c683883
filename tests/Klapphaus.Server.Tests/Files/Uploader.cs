using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Somebody who uploads and downloads, by the protocol as it is written.</summary>
sealed class Uploader : IDisposable
{
    public const string Stand = "stand-7";

    public Uploader(Uri house, string token)
    {
        Token = token;
        Http = new() { BaseAddress = house };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    public HttpClient Http { get; }

    public string Token { get; }

    /// <summary>Somebody who looks after stands.</summary>
    public static Task<Uploader> HostAsync(TestHouse house) => ComeAsync(house, Roles.Host);

    public static async Task<Uploader> ComeAsync(TestHouse house, string role) => new(house.Address, (await house.SignInAs("Hanna", role)).Token);

    /// <summary>The same person at another process.</summary>
    public Uploader At(TestHouse other) => new(other.Address, Token);

    /// <summary>A request in the protocol's version, with these headers.</summary>
    public static HttpRequestMessage Ask(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static string Metadata(string name, string stand = Stand) => $"filename {Base64(name)},stand {Base64(stand)}";

    public async Task<HttpResponseMessage> TryBeginAsync(long length, string name = "Leerstand.pdf", string stand = Stand)
    {
        using var request = Ask(HttpMethod.Post, "/api/files", ("Upload-Length", $"{length}"), ("Upload-Metadata", Metadata(name, stand)));
        return await Http.SendAsync(request);
    }

    /// <summary>Where the upload is then.</summary>
    public async Task<string> BeginAsync(long length, string name = "Leerstand.pdf", string stand = Stand)
    {
        using var answer = await TryBeginAsync(length, name, stand);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.OriginalString;
    }

    public async Task<HttpResponseMessage> SendAsync(string upload, long offset, byte[] bytes, string? checksum = null)
    {
        using var request = Ask(HttpMethod.Patch, upload, ("Upload-Offset", $"{offset}"));
        if (checksum is not null) request.Headers.Add("Upload-Checksum", checksum);
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return await Http.SendAsync(request);
    }

    /// <summary>A line of one's own, on which the beginning of an upload is announced; what follows is up to who has it.</summary>
    public async Task<NetworkStream> DialAsync(string upload, string headers)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var house = Http.BaseAddress!;
        await socket.ConnectAsync(house.Host, house.Port);
        var line = new NetworkStream(socket, ownsSocket: true);
        await line.WriteAsync(Encoding.ASCII.GetBytes(
            $"PATCH {upload} HTTP/1.1\r\nHost: {house.Authority}\r\nAuthorization: Bearer {Token}\r\nTus-Resumable: 1.0.0\r\n"
            + $"Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n{headers}\r\n"));
        return line;
    }

    /// <summary>How far the upload is; null when there is none.</summary>
    public async Task<long?> OffsetAsync(string upload)
    {
        using var request = Ask(HttpMethod.Head, upload);
        using var answer = await Http.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return long.Parse(Assert.Single(answer.Headers.GetValues("Upload-Offset")));
    }

    /// <summary>Uploads in one piece; gives the id of the file.</summary>
    public async Task<string> UploadAsync(byte[] content, string name = "Leerstand.pdf", string stand = Stand)
    {
        using var answer = await TryUploadAsync(content, name, stand);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return Assert.Single(answer.Content.Headers.GetValues("Content-Location")).Split('/')[^1];
    }

    /// <summary>Begins and sends all; gives the answer to what was refused first, or to the last byte.</summary>
    public async Task<HttpResponseMessage> TryUploadAsync(byte[] content, string name = "Leerstand.pdf", string stand = Stand)
    {
        var begun = await TryBeginAsync(content.Length, name, stand);
        if (begun.StatusCode != HttpStatusCode.Created) return begun;
        using (begun) return await SendAsync(begun.Headers.Location!.OriginalString, 0, content);
    }

    public async Task<(HttpStatusCode Status, byte[] Content)> ReadAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public void Dispose() => Http.Dispose();

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
