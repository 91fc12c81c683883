using System.Net;
using Klapphaus.Server.Files;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Files;

/// <summary>What nobody refers to is thrown away after a day, and nothing before or besides.</summary>
public sealed class FileSweepTests : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    TestHouse house = null!;
    StandGate gate = null!;
    Uploader hanna = null!;

    FileBook Book => house.Services.GetRequiredService<FileBook>();

    public async ValueTask InitializeAsync()
    {
        (house, gate) = await HouseWithFiles.OpenAsync("--Klapphaus:Files:Folder", folder.Path);
        hanna = await Uploader.HostAsync(house);
    }

    public async ValueTask DisposeAsync()
    {
        hanna.Dispose();
        await house.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task UploadThatIsNotFinishedWithinADayIsThrownAwayWithItsRoom()
    {
        var upload = await hanna.BeginAsync(5000);
        using (await hanna.SendAsync(upload, 0, new byte[1000])) { }
        await SweepAsync(hours: 23);
        Assert.Equal(1000, await hanna.OffsetAsync(upload));
        await SweepAsync(hours: 25);
        Assert.Null(await hanna.OffsetAsync(upload));
        Assert.Empty(HouseWithFiles.Remains(folder.Path, upload.Split('/')[^1]));
        Assert.Equal(0, await Book.UsedAsync(Uploader.Stand));
    }

    [Fact]
    public async Task FileThatNoStandHasEverReferredToIsThrownAwayWithItsPictures()
    {
        var (kept, lost) = (await hanna.UploadAsync(Samples.Pdf(1000)), await hanna.UploadAsync(Samples.Picture(SKEncodedImageFormat.Png), "Logo.png"));
        gate.Forget(lost);
        Assert.Equal(0, await SweepAsync(hours: 23)); // the stand may be about to refer to it
        Assert.Equal(5, HouseWithFiles.Remains(folder.Path, lost).Length); // with three pictures, and the note of its upload
        Assert.Equal(1, await SweepAsync(hours: 25));
        Assert.Empty(HouseWithFiles.Remains(folder.Path, lost));
        Assert.Equal([kept], HouseWithFiles.Remains(folder.Path, kept));
        Assert.Equal(1000, await Book.UsedAsync(Uploader.Stand));
    }

    [Fact]
    public async Task FileThatWasTakenOutOfAStandCanBePutBackForADay()
    {
        var file = await hanna.UploadAsync(Samples.Pdf(1000));
        Assert.Equal(0, await SweepAsync(hours: 100));
        gate.Forget(file);
        Assert.Equal(0, await SweepAsync(hours: 101)); // from now on it has a day
        Assert.Equal(0, await SweepAsync(hours: 124));
        gate.Remember(file);
        Assert.Equal(0, await SweepAsync(hours: 130));
        gate.Forget(file);
        Assert.Equal(0, await SweepAsync(hours: 131));
        Assert.Equal(0, await SweepAsync(hours: 154));
        Assert.Equal(HttpStatusCode.OK, (await hanna.ReadAsync($"/api/files/{file}")).Status);
        Assert.Equal(1, await SweepAsync(hours: 156));
        Assert.Equal(HttpStatusCode.NotFound, (await hanna.ReadAsync($"/api/files/{file}")).Status);
        Assert.Equal(0, await Book.UsedAsync(Uploader.Stand));
    }

    [Fact]
    public async Task ContentThatNobodyKnowsIsThrownAwayUnlessNothingIsKnownAtAll()
    {
        var unknown = Path.Combine(folder.Path, FileId.New());
        await File.WriteAllTextAsync(unknown, "left by a process that was killed");
        var others = Path.Combine(folder.Path, "notes-of-the-operator.txt");
        await File.WriteAllTextAsync(others, "not ours");
        await SweepAsync(hours: 25);
        Assert.True(File.Exists(unknown)); // rather the wrong Redis than a house without a file
        await hanna.UploadAsync(Samples.Pdf(1000));
        Assert.Equal(1, await SweepAsync(hours: 25));
        Assert.False(File.Exists(unknown));
        Assert.True(File.Exists(others));
    }

    Task<int> SweepAsync(int hours) => house.Services.GetRequiredService<FileSweep>().SweepAsync(TimeProvider.System.GetUtcNow().AddHours(hours), CancellationToken.None);
}
