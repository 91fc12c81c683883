using System.Net;
using System.Net.Http.Headers;
using Klapphaus.Server.Files;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Files;

/// <summary>How files are read, and by whom not.</summary>
public sealed class DownloadTests(HouseWithFiles shared) : IClassFixture<HouseWithFiles>
{
    const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task FileIsSavedAndNeverShownAsAPageOfTheHouse()
    {
        using var hanna = await Uploader.HostAsync(house);
        var file = await hanna.UploadAsync(Samples.Pdf(5000), "Größe \"A\".pdf");
        using var answer = await hanna.Http.GetAsync($"/api/files/{file}");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Größe -A-.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal(Policy, Header("Content-Security-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false });

        string Header(string name) => Assert.Single(answer.Headers.GetValues(name));
    }

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=100000-100099", 100_000, 100)]
    [InlineData("bytes=299990-", 299_990, 10)]
    [InlineData("bytes=-10", 299_990, 10)]
    public async Task PartOfAFileCanBeHad(string range, int from, int count)
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(300_000);
        var file = await hanna.UploadAsync(pdf);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file}") { Headers = { { "Range", range } } };
        using var answer = await hanna.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes {from}-{from + count - 1}/300000"), (answer.StatusCode, answer.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(pdf[from..(from + count)], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task RangeThatIsNotThereIsRefused()
    {
        using var hanna = await Uploader.HostAsync(house);
        var file = await hanna.UploadAsync(Samples.Pdf(1000));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file}") { Headers = { { "Range", "bytes=1000-" } } };
        using var answer = await hanna.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }

    [Fact]
    public async Task WhoHasItAlreadyIsToldSo()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(1000);
        var file = await hanna.UploadAsync(pdf);
        using var first = await hanna.Http.GetAsync($"/api/files/{file}");
        Assert.Equal($"\"{Uploader.Sha256(pdf)}\"", first.Headers.ETag!.Tag);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file}") { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        using var unchanged = await hanna.Http.SendAsync(again);
        Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.StatusCode, (await unchanged.Content.ReadAsByteArrayAsync()).Length));
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/api/files/{file}");
        using var known = await hanna.Http.SendAsync(head);
        Assert.Equal((HttpStatusCode.OK, 1000), (known.StatusCode, known.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task SmallerPicturesAreShownAndNothingElseIs()
    {
        using var hanna = await Uploader.HostAsync(house);
        var picture = await hanna.UploadAsync(Samples.Picture(SKEncodedImageFormat.Png, 800, 400), "Logo.png");
        foreach (var width in Previews.Widths)
        {
            using var answer = await hanna.Http.GetAsync($"/api/files/{picture}/{width}");
            Assert.Equal((HttpStatusCode.OK, "image/webp"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
            Assert.Null(answer.Content.Headers.ContentDisposition);
            Assert.Equal(Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.True(answer.Headers.CacheControl is { Private: true, MaxAge.TotalSeconds: 300 });
            using var drawn = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal((Math.Min(width, 800), Math.Min(width, 800) / 2), (drawn.Width, drawn.Height));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await hanna.ReadAsync($"/api/files/{picture}/97")).Status);
        var pdf = await hanna.UploadAsync(Samples.Pdf(1000));
        Assert.Equal(HttpStatusCode.NotFound, (await hanna.ReadAsync($"/api/files/{pdf}/96")).Status);
    }

    [Fact]
    public async Task WhoMayNotReadIsNotEvenToldThatThereIsAFile()
    {
        using var hanna = await Uploader.HostAsync(house);
        var file = await hanna.UploadAsync(Samples.Picture(SKEncodedImageFormat.Png), "Logo.png");
        using var vera = await Uploader.ComeAsync(house, Roles.Visitor);
        using var gast = await Uploader.ComeAsync(house, Roles.Guest);
        foreach (var end in new[] { "", "/96" })
        {
            Assert.Equal(HttpStatusCode.OK, (await vera.ReadAsync($"/api/files/{file}{end}")).Status);
            var (status, content) = await gast.ReadAsync($"/api/files/{file}{end}");
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal(Told(content), Told((await gast.ReadAsync($"/api/files/{FileId.New()}{end}")).Content));
            using var nobody = new HttpClient { BaseAddress = house.Address };
            using var refused = await nobody.GetAsync($"/api/files/{file}{end}");
            Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        }

        // the same words, but for the number of the request
        static string Told(byte[] problem) => System.Text.Json.JsonDocument.Parse(problem).RootElement.GetProperty("detail").GetString()!;
    }

    [Fact]
    public async Task UploadBelongsToWhoBeganItAlone()
    {
        using var hanna = await Uploader.HostAsync(house);
        using var heinz = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(1000);
        var upload = await hanna.BeginAsync(pdf.Length);
        using (await hanna.SendAsync(upload, 0, pdf[..500])) { }
        Assert.Null(await heinz.OffsetAsync(upload));
        using (var piece = await heinz.SendAsync(upload, 500, pdf[500..])) Assert.Equal((HttpStatusCode.NotFound, ErrorCode.UploadUnknown), (piece.StatusCode, (await Browser.RefusalOf(piece)).Code));
        using (var end = Uploader.Ask(HttpMethod.Delete, upload))
        using (var refused = await heinz.Http.SendAsync(end)) Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(500, await hanna.OffsetAsync(upload));
    }

    [Fact]
    public async Task WhoLooksAfterNoStandPutsNothingThere()
    {
        foreach (var role in new[] { Roles.Visitor, Roles.Guest, Roles.Member, Roles.Moderator, Roles.Organiser })
        {
            using var other = await Uploader.ComeAsync(house, role);
            using var refused = await other.TryBeginAsync(1000);
            Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.FileNotAllowed), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        }
    }

    [Theory]
    [InlineData("..%2f..%2fhouse%2fhouse.json")]
    [InlineData("%2e%2e")]
    [InlineData("....//house")]
    [InlineData("uploads")]
    [InlineData("uploads%2f.writable")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000g")]
    [InlineData("0000000000000000000000000000000%00")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("*")]
    public async Task IdThatTheHouseHasNotMadeLeadsNowhere(string id)
    {
        using var hanna = await Uploader.HostAsync(house);
        foreach (var path in new[] { $"/api/files/{id}", $"/api/files/{id}/96" })
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                await IsNowhere(hanna, method, path);
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Patch, HttpMethod.Delete }) await IsNowhere(hanna, method, $"/api/files/uploads/{id}");
    }

    static async Task IsNowhere(Uploader hanna, HttpMethod method, string path)
    {
        using var request = Uploader.Ask(method, path, ("Upload-Offset", "0"));
        if (method == HttpMethod.Patch) request.Content = new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        using var answer = await hanna.Http.SendAsync(request);
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html"; // what is no address of the house at all is answered by its page
        Assert.True(isPage || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, $"{method} {path}: {answer.StatusCode}");
    }
}
