using System.Net;
using System.Text.RegularExpressions;
using Klapphaus.Server.Files;
using Klapphaus.Server.Start;
using Klapphaus.Server.Store;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Files;

/// <summary>A backup has the files of stands, too, each of them once for all backups; and from it a house comes back with them.</summary>
public sealed partial class FileKeepingTests : IAsyncLifetime
{
    readonly TemporaryFolder folder = new(), backups = new(), fresh = new();
    RedisProcess redis = null!;
    TestHouse house = null!;
    Uploader hanna = null!;

    string Kept => Path.Combine(backups.Path, "stand-files");

    public async ValueTask InitializeAsync()
    {
        redis = await RedisProcess.StartAsync();
        (house, _) = await OpenAsync(redis, folder.Path);
        hanna = await Uploader.HostAsync(house);
    }

    public async ValueTask DisposeAsync()
    {
        hanna.Dispose();
        await house.DisposeAsync();
        await redis.DisposeAsync();
        foreach (var each in new[] { folder, backups, fresh }) each.Dispose();
    }

    [Fact]
    public async Task HouseComesBackWithItsFilesOnAnotherMachine()
    {
        var (pdf, logo) = (Samples.Pdf(100_000), Samples.Picture(SKEncodedImageFormat.Png));
        var (material, picture) = (await hanna.UploadAsync(pdf), await hanna.UploadAsync(logo, "Logo.png"));
        var half = await hanna.BeginAsync(1000); // what is on its way begins anew
        Assert.EndsWith("; 2", await BackUpAsync("a.zip"), StringComparison.Ordinal);
        Assert.Equal(1 + 1 + Previews.Widths.Length, Directory.GetFiles(Kept).Length);

        await using var other = await RedisProcess.StartAsync();
        var files = Path.Combine(fresh.Path, "files");
        Assert.EndsWith("; 2", await RestoreAsync("a.zip", other, files), StringComparison.Ordinal);
        var (opened, _) = await OpenAsync(other, files);
        await using var back = opened;
        using var again = hanna.At(back); // who was signed in is so again
        Assert.Equal(pdf, (await again.ReadAsync($"/api/files/{material}")).Content);
        Assert.Equal(logo, (await again.ReadAsync($"/api/files/{picture}")).Content);
        Assert.Equal((await hanna.ReadAsync($"/api/files/{picture}/96")).Content, (await again.ReadAsync($"/api/files/{picture}/96")).Content);
        Assert.Null(await again.OffsetAsync(half));
    }

    [Fact]
    public async Task FileIsCopiedOnceAndOneSeesWhichNoBackupHasNamedForLong()
    {
        var (stays, goes) = (await hanna.UploadAsync(Samples.Pdf(1000)), await hanna.UploadAsync(Samples.Pdf(2000)));
        await BackUpAsync("a.zip");
        var longAgo = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        byte[] marked = [.. Samples.Pdf(1000)[..999], (byte)'!']; // would be gone if it were copied anew
        await File.WriteAllBytesAsync(Path.Combine(Kept, stays), marked);
        foreach (var file in new[] { stays, goes }) File.SetLastWriteTimeUtc(Path.Combine(Kept, file), longAgo);
        await house.Services.GetRequiredService<FileRemoval>().RemoveAsync((await house.Services.GetRequiredService<FileBook>().FindAsync(goes))!);

        Assert.EndsWith("; 1", await BackUpAsync("b.zip"), StringComparison.Ordinal);
        Assert.Equal(marked, await File.ReadAllBytesAsync(Path.Combine(Kept, stays)));
        Assert.InRange(File.GetLastWriteTimeUtc(Path.Combine(Kept, stays)), longAgo.AddYears(1), DateTime.MaxValue);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(Path.Combine(Kept, goes))); // that of the first backup is still there
    }

    [Fact]
    public async Task WhatIsMissingOrDamagedIsSaidAndAllElseComesBack()
    {
        var (whole, lost, damaged) = (await hanna.UploadAsync(Samples.Pdf(1000)), await hanna.UploadAsync(Samples.Pdf(2000)), await hanna.UploadAsync(Samples.Pdf(3000)));
        File.Delete(Path.Combine(folder.Path, lost));
        Assert.EndsWith("; 2 -1", await BackUpAsync("a.zip"), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(Kept, damaged), new byte[3000]);

        await using var other = await RedisProcess.StartAsync();
        var files = Path.Combine(fresh.Path, "files");
        Assert.EndsWith("; 1 -2", await RestoreAsync("a.zip", other, files), StringComparison.Ordinal);
        var (opened, _) = await OpenAsync(other, files);
        await using var back = opened;
        using var again = hanna.At(back);
        Assert.Equal(HttpStatusCode.OK, (await again.ReadAsync($"/api/files/{whole}")).Status);
        foreach (var gone in new[] { lost, damaged }) Assert.Equal(HttpStatusCode.NotFound, (await again.ReadAsync($"/api/files/{gone}")).Status);
    }

    [Fact]
    public async Task WhoKeepsThemByOtherMeansLeavesThemOut()
    {
        await hanna.UploadAsync(Samples.Pdf(1000));
        Assert.DoesNotContain("; 1", await BackUpAsync("a.zip", "--without-files"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Kept));
    }

    [Fact]
    public async Task FilesOfABucketAreKeptAndPutBackAsWell()
    {
        await using var bucket = await Bucket.OpenAsync();
        var (opened, _) = await OpenAsync(redis, fresh.Path, bucket.Settings);
        string file;
        var pdf = Samples.Pdf(50_000);
        await using (var other = opened)
        {
            using var there = hanna.At(other);
            file = await there.UploadAsync(pdf);
            Assert.EndsWith("; 1", await BackUpAsync("a.zip", bucket.Settings), StringComparison.Ordinal);
            await using var second = await Bucket.OpenAsync();
            await using var empty = await RedisProcess.StartAsync();
            Assert.EndsWith("; 1", await RestoreAsync("a.zip", empty, fresh.Path, second.Settings), StringComparison.Ordinal);
            using var store = new S3FileStore(second.Options());
            await using var content = await store.OpenAsync(file, CancellationToken.None);
            var read = new byte[pdf.Length];
            await content!.ReadExactlyAsync(read);
            Assert.Equal(pdf, read);
        }
    }

    static Task<(TestHouse House, StandGate Gate)> OpenAsync(RedisProcess redis, string files, params string[] settings) => HouseWithFiles.OpenAsync(
    [
        "--ConnectionStrings:redis", redis.ConnectionString, "--Klapphaus:SiloPort", $"{Ports.Free()}", "--Klapphaus:GatewayPort", $"{Ports.Free()}",
        "--Klapphaus:Files:Folder", files, .. settings,
    ]);

    Task<string> BackUpAsync(string name, params string[] more) => RunAsync(BackupCommand.RunAsync, name, redis, folder.Path, house.PlansFolder, more);

    Task<string> RestoreAsync(string name, RedisProcess into, string files, params string[] more) =>
        RunAsync(RestoreCommand.RunAsync, name, into, files, Path.Combine(fresh.Path, "plans"), more);

    /// <summary>What it says at the end, in either language: how many files, and how many are missing.</summary>
    async Task<string> RunAsync(Func<string[], TextWriter, Task<int>> run, string name, RedisProcess redis, string files, string plans, string[] more)
    {
        await using var output = new StringWriter();
        string[] settings = ["--ConnectionStrings:redis", redis.ConnectionString, "--Klapphaus:HousePath", plans, "--Klapphaus:Files:Folder", files];
        Assert.Equal(0, await run([Path.Combine(backups.Path, name), .. settings, .. more], output));
        return Files().Replace(output.ToString().Trim(), m => m.Groups["missing"].Success ? $"-{m.Groups["missing"].Value}" : "").Trim();
    }

    [GeneratedRegex("(Dateien von Ständen|files of stands)(, (?<missing>[0-9]+) .+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Files();
}
