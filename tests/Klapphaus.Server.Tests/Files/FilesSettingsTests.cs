using Klapphaus.Server.Start;
using Microsoft.Extensions.Configuration;

namespace Klapphaus.Server.Tests.Files;

/// <summary>What an operator writes about files.</summary>
public sealed class FilesSettingsTests
{
    static readonly Dictionary<string, string?> s3 = new()
    {
        ["Klapphaus:Files:S3Url"] = "https://s3.example",
        ["Klapphaus:Files:S3Bucket"] = "klapphaus",
        ["Klapphaus:Files:S3AccessKey"] = "AK",
        ["Klapphaus:Files:S3SecretKey"] = "SK",
    };

    [Fact]
    public void WithoutASettingFilesAreInTheDataFolder()
    {
        var options = Read(new() { ["Klapphaus:DataPath"] = "/srv/klapphaus" });
        Assert.Equal(Path.Combine("/srv/klapphaus", "files"), options.FilesFolder);
        Assert.False(options.Files.HasS3);
        Assert.Equal("/srv/files", Read(new() { ["Klapphaus:Files:Folder"] = "/srv/files" }).FilesFolder);
        Assert.True(Read(s3).Files.HasS3);
    }

    [Theory]
    [InlineData("MaxBytes", "0", "1 bis")]
    [InlineData("MaxBytes", "5000000000", "1 bis")]
    [InlineData("MaxBytes", "viel", "eine ganze Zahl")]
    [InlineData("MaxBytesPerStand", "1000", "ab MaxBytes")]
    [InlineData("KeepFreeBytes", "-1", "ab 0")]
    [InlineData("S3Url", "", "S3Bucket")]
    [InlineData("S3Url", "s3.example", "https://s3.example")]
    [InlineData("S3Url", "ftp://s3.example", "https://s3.example")]
    [InlineData("S3Bucket", "", "Buckets")]
    [InlineData("S3AccessKey", "", "Schlüssel")]
    [InlineData("S3SecretKey", "", "Schlüssel")]
    public void SettingThatCannotBeIsSaid(string setting, string value, string words)
    {
        var fault = Assert.Throws<StartFault>(() => Read(new(s3) { [$"Klapphaus:Files:{setting}"] = value }));
        Assert.Contains("Klapphaus:Files:", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SK", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatCannotBeWrittenToIsSaidAtTheStart()
    {
        using var data = new TemporaryFolder();
        var file = Path.Combine(data.Path, "file");
        await File.WriteAllTextAsync(file, "");
        var (code, _, errors) = await HouseProcess.RunAsync(["--Klapphaus:DataPath", data.Path, "--urls", "http://127.0.0.1:0", "--Klapphaus:Files:Folder", Path.Combine(file, "files")]);
        Assert.NotEqual(0, code);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Klapphaus:Files:Folder", line, StringComparison.Ordinal);
    }

    static HouseOptions Read(Dictionary<string, string?> settings) => HouseOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
