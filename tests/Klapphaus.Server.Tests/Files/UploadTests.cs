using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Klapphaus.Server.Files;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Files;

/// <summary>How a file comes into the house, piece by piece.</summary>
public sealed class UploadTests(HouseWithFiles shared) : IClassFixture<HouseWithFiles>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task WhatIsSentInPiecesIsTheSameFileInTheEnd()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(300_000);
        var upload = await hanna.BeginAsync(pdf.Length);
        Assert.Equal(0, await hanna.OffsetAsync(upload));
        foreach (var (from, to) in new[] { (0, 1), (1, 100_000), (100_000, 299_999) })
        {
            using var part = await hanna.SendAsync(upload, from, pdf[from..to]);
            Assert.Equal((HttpStatusCode.NoContent, $"{to}"), (part.StatusCode, Assert.Single(part.Headers.GetValues("Upload-Offset"))));
            Assert.False(part.Content.Headers.Contains("Content-Location"));
            Assert.Equal(to, await hanna.OffsetAsync(upload));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await hanna.ReadAsync(upload.Replace("uploads/", "", StringComparison.Ordinal))).Status); // not before all is here
        using var last = await hanna.SendAsync(upload, 299_999, pdf[^1..]);
        var file = Assert.Single(last.Content.Headers.GetValues("Content-Location"));
        Assert.Equal(pdf.Length, await hanna.OffsetAsync(upload)); // who has not heard the answer asks
        var (status, content) = await hanna.ReadAsync(file);
        Assert.Equal((HttpStatusCode.OK, Uploader.Sha256(pdf)), (status, Uploader.Sha256(content)));
    }

    [Fact]
    public async Task LastPieceThatIsSentTwiceIsOneFile()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(1000);
        var upload = await hanna.BeginAsync(pdf.Length);
        using (var first = await hanna.SendAsync(upload, 0, pdf)) Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        using var again = await hanna.SendAsync(upload, pdf.Length, []);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Single(again.Content.Headers.GetValues("Content-Location"));
    }

    [Fact]
    public async Task LimitsAreToldBeforeAnybodyTries()
    {
        using var hanna = await Uploader.HostAsync(house);
        await hanna.UploadAsync(Samples.Pdf(1234), stand: "stand-limits");
        var limits = await hanna.Http.GetFromJsonAsync<JsonElement>("/api/files/limits?stand=stand-limits");
        Assert.Equal((100L * 1024 * 1024, 1024L * 1024 * 1024, 1234L, 24L), (Number("maxBytes"), Number("maxBytesPerStand"), Number("usedBytes"), Number("uploadHours")));
        var kinds = limits.GetProperty("kinds").EnumerateArray().Select(k => k.GetProperty("kind").GetString()).Order(StringComparer.Ordinal);
        Assert.Equal(["docx", "gif", "jpeg", "mp4", "odp", "odt", "pdf", "png", "pptx", "webm", "webp", "xlsx"], kinds);
        using var vera = await Uploader.ComeAsync(house, Roles.Visitor);
        var others = await vera.Http.GetFromJsonAsync<JsonElement>("/api/files/limits?stand=stand-limits");
        Assert.Equal(JsonValueKind.Null, others.GetProperty("usedBytes").ValueKind); // what a stand has is the business of its hosts

        long Number(string name) => limits.GetProperty(name).GetInt64();
    }

    [Fact]
    public async Task ProtocolSaysWhatItCanAndRefusesAnotherVersion()
    {
        using var hanna = await Uploader.HostAsync(house);
        using var question = new HttpRequestMessage(HttpMethod.Options, "/api/files");
        using var told = await hanna.Http.SendAsync(question);
        Assert.Equal(("1.0.0", "creation,termination,expiration,checksum", "104857600", "sha1,sha256"), (Header(told, "Tus-Version"), Header(told, "Tus-Extension"), Header(told, "Tus-Max-Size"), Header(told, "Tus-Checksum-Algorithm")));
        using var old = new HttpRequestMessage(HttpMethod.Post, "/api/files") { Headers = { { "Tus-Resumable", "0.2.2" } } };
        using var refused = await hanna.Http.SendAsync(old);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (refused.StatusCode, Header(refused, "Tus-Version")));

        using var begun = await hanna.TryBeginAsync(10);
        Assert.Equal("1.0.0", Header(begun, "Tus-Resumable"));
        var expires = DateTimeOffset.Parse(Header(begun, "Upload-Expires"));
        Assert.InRange(expires - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        using var look = Uploader.Ask(HttpMethod.Head, begun.Headers.Location!.OriginalString);
        using var seen = await hanna.Http.SendAsync(look);
        Assert.Equal(("10", Uploader.Metadata("Leerstand.pdf")), (Header(seen, "Upload-Length"), Header(seen, "Upload-Metadata")));
        Assert.True(seen.Headers.CacheControl!.NoStore);

        static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
    }

    [Fact]
    public async Task PieceIsTakenOnlyWhereItBelongs()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(5000);
        var upload = await hanna.BeginAsync(pdf.Length);
        using (await hanna.SendAsync(upload, 0, pdf[..2000])) { }
        foreach (var wrong in new[] { 0, 1999, 2001, 5000 })
        {
            using var refused = await hanna.SendAsync(upload, wrong, pdf[2000..]);
            Assert.Equal((HttpStatusCode.Conflict, ErrorCode.UploadOffsetWrong), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        }
        Assert.Equal(2000, await hanna.OffsetAsync(upload));
    }

    [Fact]
    public async Task PieceThatArrivesChangedIsNotKept()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(5000);
        var upload = await hanna.BeginAsync(pdf.Length);
        using (var wrong = await hanna.SendAsync(upload, 0, pdf[..2000], "sha256 " + Convert.ToBase64String(SHA256.HashData(pdf))))
            Assert.Equal((460, ErrorCode.ChecksumWrong), ((int)wrong.StatusCode, (await Browser.RefusalOf(wrong)).Code));
        Assert.Equal(0, await hanna.OffsetAsync(upload));
        using (var unknown = await hanna.SendAsync(upload, 0, pdf[..2000], "crc99 AAAA")) Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using (var right = await hanna.SendAsync(upload, 0, pdf[..2000], "sha256 " + Convert.ToBase64String(SHA256.HashData(pdf.AsSpan(0, 2000))))) Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        using (var last = await hanna.SendAsync(upload, 2000, pdf[2000..], "sha1 " + Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, pdf.AsSpan(2000))))) Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.Equal(Uploader.Sha256(pdf), Uploader.Sha256((await hanna.ReadAsync(upload.Replace("uploads/", "", StringComparison.Ordinal))).Content));
    }

    [Fact]
    public async Task ProxyThatKnowsOnlyGetAndPostIsNoObstacle()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(1000);
        var upload = await hanna.BeginAsync(pdf.Length);
        using (var piece = Uploader.Ask(HttpMethod.Post, upload, ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0")))
        {
            piece.Content = new ByteArrayContent(pdf[..600]) { Headers = { ContentType = new("application/offset+octet-stream") } };
            using var answer = await hanna.Http.SendAsync(piece);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
        using (var look = Uploader.Ask(HttpMethod.Post, upload, ("X-HTTP-Method-Override", "HEAD")))
        {
            using var answer = await hanna.Http.SendAsync(look);
            Assert.Equal(("600", "1000"), (Assert.Single(answer.Headers.GetValues("Upload-Offset")), Assert.Single(answer.Headers.GetValues("Upload-Length"))));
        }
        using (var end = Uploader.Ask(HttpMethod.Post, upload, ("X-HTTP-Method-Override", "DELETE")))
        using (await hanna.Http.SendAsync(end)) Assert.Null(await hanna.OffsetAsync(upload));
        using var nothing = Uploader.Ask(HttpMethod.Post, upload);
        using var refused = await hanna.Http.SendAsync(nothing);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    [Fact]
    public async Task UploadThatIsGivenUpLeavesNothingAndGivesItsRoomBack()
    {
        using var hanna = await Uploader.HostAsync(house);
        var upload = await hanna.BeginAsync(5000, stand: "stand-given-up");
        using (await hanna.SendAsync(upload, 0, new byte[100])) { }
        var id = upload.Split('/')[^1];
        Assert.Equal(2, HouseWithFiles.Remains(shared.Folder, id).Length);
        var book = house.Services.GetRequiredService<FileBook>();
        Assert.Equal(5000, await book.UsedAsync("stand-given-up"));
        using (var end = Uploader.Ask(HttpMethod.Delete, upload))
        using (var answer = await hanna.Http.SendAsync(end)) Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(HouseWithFiles.Remains(shared.Folder, id));
        Assert.Equal(0, await book.UsedAsync("stand-given-up"));
        Assert.Null(await hanna.OffsetAsync(upload));
    }

    [Theory]
    [InlineData("", "filename TGVlcg==,stand c3RhbmQ=")] // no length
    [InlineData("-5", "filename TGVlcg==,stand c3RhbmQ=")]
    [InlineData("1e9", "filename TGVlcg==,stand c3RhbmQ=")]
    [InlineData("99999999999999999999", "filename TGVlcg==,stand c3RhbmQ=")]
    [InlineData("10", "")] // for no stand
    [InlineData("10", "stand ")]
    [InlineData("10", "stand !!!")]
    [InlineData("10", "stand c3RhbmQ= c3RhbmQ=")]
    [InlineData("10", "stand c3RhbmQ=,stand c3RhbmQ=")]
    public async Task WhatCannotBeReadIsRefused(string length, string metadata)
    {
        using var hanna = await Uploader.HostAsync(house);
        using var request = Uploader.Ask(HttpMethod.Post, "/api/files", ("Upload-Length", length), ("Upload-Metadata", metadata));
        using var refused = await hanna.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, ErrorCode.Malformed), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
    }

    [Fact]
    public async Task UploadWithoutItsRoomIsRefusedHoweverManyAskAtOnce()
    {
        var (opened, _) = await HouseWithFiles.OpenAsync("--Klapphaus:Files:MaxBytes", "1000", "--Klapphaus:Files:MaxBytesPerStand", "3500");
        await using var small = opened;
        using var hanna = await Uploader.HostAsync(small);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => hanna.TryBeginAsync(1000)));
        var granted = answers.Where(a => a.StatusCode == HttpStatusCode.Created).Select(a => a.Headers.Location!.OriginalString).ToList();
        Assert.InRange(granted.Count, 0, 3);
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) Assert.Equal(ErrorCode.StandFilesFull, (await Browser.RefusalOf(refused)).Code);
        foreach (var answer in answers) answer.Dispose();
        while (granted.Count < 3) granted.Add(await hanna.BeginAsync(1000)); // one by one nobody is in anybody's way
        using (var fourth = await hanna.TryBeginAsync(1000)) Assert.Equal(ErrorCode.StandFilesFull, (await Browser.RefusalOf(fourth)).Code);
        using (var other = await hanna.TryBeginAsync(1000, stand: "stand-8")) Assert.Equal(HttpStatusCode.Created, other.StatusCode);
        using (var end = Uploader.Ask(HttpMethod.Delete, granted[0]))
        using (await hanna.Http.SendAsync(end)) { }
        await hanna.BeginAsync(1000);
    }
}
