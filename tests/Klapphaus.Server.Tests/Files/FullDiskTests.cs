using System.Net;
using Klapphaus.Server.Files;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Files;

/// <summary>The disk of the files is full: that is said clearly, what did not fit is gone, and all else goes on.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task UploadThatFillsTheDiskIsRefusedAndLeavesItsRoomToOthers()
    {
        await using var disk = await TinyDisk.MountAsync(kilobytes: 4096);
        var folder = Path.Combine(disk.Path, "files");
        var (opened, _) = await HouseWithFiles.OpenAsync("--Klapphaus:Files:Folder", folder);
        await using var house = opened;
        using var hanna = await Uploader.HostAsync(house);
        await using var ada = await house.Enter("Ada", "foyer");
        byte[] first = Samples.Pdf(2_500_000), second = Samples.Pdf(2_500_000);
        var (fits, exceeds) = (await hanna.BeginAsync(first.Length), await hanna.BeginAsync(second.Length)); // each has room enough by itself
        using (var taken = await hanna.SendAsync(fits, 0, first)) Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);

        using (var refused = await hanna.SendAsync(exceeds, 0, second))
            Assert.Equal((HttpStatusCode.InsufficientStorage, ErrorCode.DiskFull), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        Assert.Null(await hanna.OffsetAsync(exceeds));
        Assert.Empty(HouseWithFiles.Remains(folder, exceeds.Split('/')[^1]));
        using (var refused = await hanna.TryBeginAsync(second.Length)) // and now it is known beforehand
            Assert.Equal((HttpStatusCode.InsufficientStorage, ErrorCode.DiskFull), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));

        Assert.Equal(first, (await hanna.ReadAsync(fits.Replace("uploads/", "", StringComparison.Ordinal))).Content);
        await disk.HasRoomForAsync(1_000_000);
        await hanna.UploadAsync(Samples.Pdf(500_000)); // what fits is taken
        await using var bo = await house.Enter("Bo", "foyer");
        await ada.WalkTo(6, 2);
        await bo.Sees(ada.Here);
    }

    [Fact]
    public async Task PictureWhoseSmallerOnesDoNotFitIsRefusedAndLeavesNothing()
    {
        var noise = Samples.Noise(1000);
        await using var disk = await TinyDisk.MountAsync(noise.Length / 1024 + 100);
        var (opened, _) = await HouseWithFiles.OpenAsync("--Klapphaus:Files:Folder", disk.Path);
        await using var house = opened;
        using var hanna = await Uploader.HostAsync(house);
        using (var refused = await hanna.TryUploadAsync(noise, "Karte.png"))
            Assert.Equal((HttpStatusCode.InsufficientStorage, ErrorCode.DiskFull), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        Assert.Equal([".writable"], Directory.EnumerateFiles(disk.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)));
        await disk.HasRoomForAsync(noise.Length + 64 * 1024);
        await hanna.UploadAsync(Samples.Pdf(noise.Length)); // its room is there again
    }

    [Fact]
    public async Task SomeRoomOnTheDiskIsLeftForAllElse()
    {
        await using var disk = await TinyDisk.MountAsync(kilobytes: 4096);
        var (opened, _) = await HouseWithFiles.OpenAsync("--Klapphaus:Files:Folder", disk.Path, "--Klapphaus:Files:KeepFreeBytes", "3000000");
        await using var house = opened;
        using var hanna = await Uploader.HostAsync(house);
        using (var refused = await hanna.TryBeginAsync(1_500_000)) Assert.Equal(ErrorCode.DiskFull, (await Browser.RefusalOf(refused)).Code);
        await hanna.UploadAsync(Samples.Pdf(500_000));
    }

    [Fact]
    public async Task StoreKeepsNothingOfWhatDidNotFit()
    {
        await using var disk = await TinyDisk.MountAsync(kilobytes: 512);
        var store = new FolderFileStore(disk.Path);
        var (kept, lost) = (FileId.New(), FileId.New());
        await store.WriteAsync(kept, new MemoryStream(new byte[200_000]), CancellationToken.None);
        var fault = await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(lost, new MemoryStream(new byte[600_000]), CancellationToken.None));
        Assert.True(DiskFull.Is(fault), $"{fault.HResult} {fault.Message}");
        Assert.Equal(kept, Path.GetFileName(Assert.Single(Directory.EnumerateFiles(disk.Path))));
        await disk.HasRoomForAsync(250_000);
        await store.WriteAsync(lost, new MemoryStream(new byte[200_000]), CancellationToken.None);
    }
}
