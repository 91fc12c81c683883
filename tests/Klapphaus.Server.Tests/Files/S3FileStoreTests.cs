using Klapphaus.Server.Files;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Files in S3-compatible storage.</summary>
public sealed class S3FileStoreTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ItDoesWhatAStoreDoes()
    {
        await using var bucket = await Bucket.OpenAsync();
        using var store = new S3FileStore(bucket.Options());
        await StoreChecks.RunAsync(store, folder.Path);
    }

    [Fact]
    public async Task ListOfManyIsReadToItsEnd()
    {
        await using var bucket = await Bucket.OpenAsync();
        using var store = new S3FileStore(bucket.Options());
        var ids = Enumerable.Range(0, Bucket.PageSize * 2 + 1).Select(_ => FileId.New()).ToHashSet();
        foreach (var id in ids) await store.WriteAsync(id, new MemoryStream([1]), CancellationToken.None);
        bucket.Put("klapphaus/what-others-keep-there", [1]);
        Assert.True(ids.SetEquals(await store.ListAsync(CancellationToken.None).Select(f => f.Id).ToListAsync()));
    }

    [Fact]
    public async Task WrongKeyAndStorageThatIsAwayAreFaultsThatSayNoSecret()
    {
        var bucket = await Bucket.OpenAsync();
        var wrong = bucket.Options();
        wrong.S3SecretKey = "ein-anderer-Schluessel";
        using (var store = new S3FileStore(wrong))
        {
            var refused = await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(FileId.New(), new MemoryStream([1]), CancellationToken.None));
            Assert.DoesNotContain(wrong.S3SecretKey, refused.ToString(), StringComparison.Ordinal);
            await Assert.ThrowsAsync<IOException>(async () => await store.OpenAsync(FileId.New(), CancellationToken.None)); // refused is not the same as not there
        }
        await bucket.DisposeAsync();
        using var gone = new S3FileStore(bucket.Options());
        await Assert.ThrowsAsync<IOException>(async () => await gone.OpenAsync(FileId.New(), CancellationToken.None));
    }

    [Fact]
    public async Task HouseKeepsItsFilesThereAndOnlyThere()
    {
        await using var bucket = await Bucket.OpenAsync();
        var (opened, _) = await HouseWithFiles.OpenAsync(["--Klapphaus:Files:Folder", folder.Path, .. bucket.Settings]);
        await using var house = opened;
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(100_000);
        var file = await hanna.UploadAsync(pdf);
        Assert.Equal([$"{file}.json"], HouseWithFiles.Remains(folder.Path, file)); // the note of its upload
        Assert.Equal([$"klapphaus/{file}"], bucket.Keys);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file}") { Headers = { { "Range", "bytes=50000-50009" } } };
        using var answer = await hanna.Http.SendAsync(request);
        Assert.Equal(pdf[50_000..50_010], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(pdf, (await hanna.ReadAsync($"/api/files/{file}")).Content);
    }

    [Fact]
    public async Task UploadThatTheStorageDoesNotTakeIsFinishedWhenItDoes()
    {
        await using var bucket = await Bucket.OpenAsync();
        var (opened, _) = await HouseWithFiles.OpenAsync(["--Klapphaus:Files:Folder", folder.Path, .. bucket.Settings]);
        await using var house = opened;
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(10_000);
        var upload = await hanna.BeginAsync(pdf.Length);
        bucket.RefusesAll = true;
        using (var refused = await hanna.SendAsync(upload, 0, pdf)) Assert.Equal(ErrorCode.Unavailable, (await Browser.RefusalOf(refused)).Code);
        bucket.RefusesAll = false;
        Assert.Equal(pdf.Length, await hanna.OffsetAsync(upload)); // asking how far it is finishes it
        Assert.Equal(pdf, (await hanna.ReadAsync($"/api/files/{upload.Split('/')[^1]}")).Content);
        Assert.True((await house.Services.GetRequiredService<FileBook>().FindAsync(upload.Split('/')[^1]))!.IsHere);
    }
}
