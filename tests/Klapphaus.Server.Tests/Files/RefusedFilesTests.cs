using System.Net;
using System.Text;
using Klapphaus.Server.Tests.Stage;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Files;

/// <summary>What is taken, what is refused and why; and nothing of what is refused stays.</summary>
public sealed class RefusedFilesTests(HouseWithFiles shared) : IClassFixture<HouseWithFiles>
{
    static readonly Dictionary<string, Func<byte[]>> contents = new(StringComparer.Ordinal)
    {
        ["pdf"] = () => Samples.Pdf(2000),
        ["png"] = () => Samples.Picture(SKEncodedImageFormat.Png),
        ["jpeg"] = () => Samples.Photo(6),
        ["webp"] = () => Samples.Picture(SKEncodedImageFormat.Webp),
        ["gif"] = Samples.Gif,
        ["mp4"] = Samples.Mp4,
        ["webm"] = Samples.WebM,
        ["docx"] = Samples.Docx,
        ["pptx"] = Samples.Pptx,
        ["xlsx"] = Samples.Xlsx,
        ["odt"] = Samples.Odt,
        ["odp"] = Samples.Odp,
        ["html"] = Samples.Html,
        ["html in a pdf"] = () => [.. "%PDF-1.7\n"u8, .. Samples.Html()],
        ["svg"] = Samples.Svg,
        ["zip"] = Samples.PlainZip,
        ["macros"] = Samples.WithMacros,
        ["zip bomb"] = Samples.ZipBomb,
        ["picture bomb"] = () => Samples.HugePng(60_000, 60_000),
        ["cut picture"] = () => Samples.Picture(SKEncodedImageFormat.Png)[..^40],
        ["cut document"] = () => Samples.Docx()[..^30],
        ["program"] = () => [0x7F, .. "ELF"u8, .. new byte[60]],
        ["text"] = () => Encoding.UTF8.GetBytes("Sehr geehrte Damen und Herren"),
    };

    readonly TestHouse house = shared.Open;

    [Theory]
    [InlineData("pdf", "Leerstand.PDF", "Leerstand.pdf", "application/pdf")]
    [InlineData("png", "Karte.png", "Karte.png", "image/png")]
    [InlineData("jpeg", "Foto.jpeg", "Foto.jpeg", "image/jpeg")]
    [InlineData("webp", "Foto.webp", "Foto.webp", "image/webp")]
    [InlineData("gif", "Weg.gif", "Weg.gif", "image/gif")]
    [InlineData("mp4", "Rundgang.mp4", "Rundgang.mp4", "video/mp4")]
    [InlineData("webm", "Rundgang.webm", "Rundgang.webm", "video/webm")]
    [InlineData("docx", "Konzept.docx", "Konzept.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("pptx", "Vortrag.pptx", "Vortrag.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("xlsx", "Zahlen.xlsx", "Zahlen.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("odt", "Konzept.odt", "Konzept.odt", "application/vnd.oasis.opendocument.text")]
    [InlineData("odp", "Vortrag.odp", "Vortrag.odp", "application/vnd.oasis.opendocument.presentation")]
    [InlineData("png", "Karte.pdf", "Karte.png", "image/png")] // the content says what it is
    [InlineData("html in a pdf", "Rechnung.html", "Rechnung.html.pdf", "application/pdf")] // and is no page of the house
    [InlineData("pdf", "../../../etc/cron.d/Leerstand.pdf", "Leerstand.pdf", "application/pdf")]
    [InlineData("pdf", "C:\\Users\\Hanna\\Leerstände Größe.pdf", "Leerstände Größe.pdf", "application/pdf")]
    [InlineData("pdf", "Rechnung\u202Efdp.exe", "Rechnungfdp.exe.pdf", "application/pdf")] // turned around it would read exe.pdf
    [InlineData("pdf", "", "Datei.pdf", "application/pdf")]
    public async Task EveryKindThatIsAllowedIsTakenUnderACleanName(string content, string name, string shown, string type)
    {
        using var hanna = await Uploader.HostAsync(house);
        var sent = contents[content]();
        var file = await hanna.UploadAsync(sent, name);
        using var answer = await hanna.Http.GetAsync($"/api/files/{file}");
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", shown), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox;", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(sent, await answer.Content.ReadAsByteArrayAsync());
        Assert.All(Directory.EnumerateFileSystemEntries(shared.Folder), f => Assert.Matches("^([0-9a-f]{32}(-[0-9]+)?|uploads)$", Path.GetFileName(f)));
    }

    [Theory]
    [InlineData("html", "Rechnung.pdf", ErrorCode.FileKindNotAllowed)]
    [InlineData("svg", "Logo.png", ErrorCode.FileKindNotAllowed)]
    [InlineData("zip", "Vortrag.pptx", ErrorCode.FileKindNotAllowed)]
    [InlineData("macros", "Konzept.docx", ErrorCode.FileKindNotAllowed)]
    [InlineData("program", "Leerstand.pdf", ErrorCode.FileKindNotAllowed)]
    [InlineData("text", "Leerstand.pdf", ErrorCode.FileKindNotAllowed)]
    [InlineData("cut document", "Konzept.docx", ErrorCode.FileKindNotAllowed)]
    [InlineData("zip bomb", "Konzept.docx", ErrorCode.FileUnpacksTooLarge)]
    [InlineData("picture bomb", "Karte.png", ErrorCode.FileUnpacksTooLarge)]
    [InlineData("cut picture", "Karte.png", ErrorCode.FileUnreadable)]
    public async Task AllElseIsRefusedWithItsNumberAndLeavesNothing(string content, string name, ErrorCode why)
    {
        using var hanna = await Uploader.HostAsync(house);
        var bytes = contents[content]();
        var upload = await hanna.BeginAsync(bytes.Length, name);
        using var refused = await hanna.SendAsync(upload, 0, bytes);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, why), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        await IsGone(hanna, upload);
    }

    [Fact]
    public async Task FileOfNoBytesIsRefusedAtOnce()
    {
        using var hanna = await Uploader.HostAsync(house);
        using var refused = await hanna.TryBeginAsync(0);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.FileEmpty), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
    }

    [Theory]
    [InlineData(100L * 1024 * 1024 + 1)]
    [InlineData(1024L * 1024 * 1024)]
    [InlineData(long.MaxValue)]
    public async Task FileOverTheLimitIsRefusedBeforeItIsSent(long length)
    {
        using var hanna = await Uploader.HostAsync(house);
        using var refused = await hanna.TryBeginAsync(length);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ErrorCode.FileTooLarge), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
    }

    [Fact]
    public async Task PieceThatIsLongerThanWhatIsMissingIsRefusedByWhatItSays()
    {
        using var hanna = await Uploader.HostAsync(house);
        var upload = await hanna.BeginAsync(1000);
        using var refused = await hanna.SendAsync(upload, 0, Samples.Pdf(1001));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ErrorCode.FileTooLarge), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        await IsGone(hanna, upload);
    }

    /// <summary>A gigabyte without saying so: it ends where the file was to end.</summary>
    [Fact]
    public async Task StreamWithoutEndIsCutOffAndNothingOfItStays()
    {
        const long gigabyte = 1024L * 1024 * 1024;
        using var hanna = await Uploader.HostAsync(house);
        var upload = await hanna.BeginAsync(1_000_000);
        await using var stream = await hanna.DialAsync(upload, "Transfer-Encoding: chunked\r\n");
        using var reader = new StreamReader(stream);
        var answer = reader.ReadLineAsync();
        byte[] chunk = [.. "10000\r\n"u8, .. new byte[0x10000], .. "\r\n"u8];
        var sent = 0L;
        try
        {
            for (; sent < gigabyte && !answer.IsCompleted; sent += 0x10000) await stream.WriteAsync(chunk);
        }
        catch (IOException)
        {
            // the house listens no longer
        }
        Assert.StartsWith("HTTP/1.1 413 ", await answer, StringComparison.Ordinal);
        Assert.InRange(sent, 1_000_000, gigabyte - 1);
        await IsGone(hanna, upload);
    }

    async Task IsGone(Uploader hanna, string upload)
    {
        var id = upload.Split('/')[^1];
        Assert.Null(await hanna.OffsetAsync(upload));
        Assert.Equal(HttpStatusCode.NotFound, (await hanna.ReadAsync($"/api/files/{id}")).Status);
        Assert.Empty(HouseWithFiles.Remains(shared.Folder, id));
    }
}
