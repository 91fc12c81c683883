using System.Net;
using Klapphaus.Server.Start;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Two processes of one house, on one Redis.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    RedisProcess redis = null!;
    TestHouse first = null!, second = null!;

    public async ValueTask InitializeAsync()
    {
        redis = await RedisProcess.StartAsync();
        (first, second) = (await OpenAsync("--Klapphaus:Files:Folder", folder.Path), await OpenAsync("--Klapphaus:Files:Folder", folder.Path));
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
        await redis.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task UploadThatBeganAtOneGoesOnAtTheOtherWhenTheyShareAFolder()
    {
        using var here = await Uploader.HostAsync(first);
        using var there = here.At(second);
        var pdf = Samples.Pdf(500_000);
        var upload = await here.BeginAsync(pdf.Length);
        using (await here.SendAsync(upload, 0, pdf[..200_000])) { }
        Assert.Equal(200_000, await there.OffsetAsync(upload));
        using (await there.SendAsync(upload, 200_000, pdf[200_000..400_000])) { }
        using (var last = await here.SendAsync(upload, 400_000, pdf[400_000..])) Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.Equal(pdf, (await there.ReadAsync(upload.Replace("uploads/", "", StringComparison.Ordinal))).Content);
    }

    [Fact]
    public async Task WithS3AFileOfOneIsReadAtTheOtherAndAnUploadThatIsNotFinishedIsNotKnownThere()
    {
        await using var bucket = await Bucket.OpenAsync();
        await using var third = await OpenAsync(bucket.Settings);
        await using var fourth = await OpenAsync(bucket.Settings);
        using var here = await Uploader.HostAsync(third);
        using var there = here.At(fourth);
        var pdf = Samples.Pdf(50_000);
        var file = await here.UploadAsync(pdf);
        Assert.Equal(pdf, (await there.ReadAsync($"/api/files/{file}")).Content);
        var upload = await here.BeginAsync(pdf.Length);
        Assert.Equal(0, await here.OffsetAsync(upload));
        Assert.Null(await there.OffsetAsync(upload)); // the balancer's cookie brings its sender back
    }

    async Task<TestHouse> OpenAsync(params string[] settings) => (await HouseWithFiles.OpenAsync(
        ["--ConnectionStrings:redis", redis.ConnectionString, "--Klapphaus:SiloPort", $"{Ports.Free()}", "--Klapphaus:GatewayPort", $"{Ports.Free()}", .. settings])).House;
}
