using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klapphaus.Server.Files;
using Klapphaus.Server.Start;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Files;

/// <summary>What is kept about files, and of whom, is what the documents say.</summary>
public sealed partial class StoredFilesTests : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    RedisProcess redis = null!;
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        redis = await RedisProcess.StartAsync();
        (house, _) = await HouseWithFiles.OpenAsync(
            "--ConnectionStrings:redis", redis.ConnectionString, "--Klapphaus:SiloPort", $"{Ports.Free()}", "--Klapphaus:GatewayPort", $"{Ports.Free()}", "--Klapphaus:Files:Folder", folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await redis.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task FieldsAreThoseOfTheTableAndNoneOfThemSaysWhoHasPutTheFileThere()
    {
        var (id, token) = await house.SignInAs("Hanna", Roles.Host);
        using var hanna = new Uploader(house.Address, token);
        var file = await hanna.UploadAsync(Samples.Pdf(1000));
        var half = (await hanna.BeginAsync(1000)).Split('/')[^1];
        var store = redis.Store.GetDatabase();
        var record = (string)(await store.StringGetAsync(FileKeys.OfFile(file)))!;
        var note = await File.ReadAllTextAsync(Path.Combine(folder.Path, "uploads", half + ".json"));
        Assert.Equal(Documented("file of a stand"), Fields(record));
        Assert.Equal(Documented("upload on its way"), Fields(note));
        Assert.Equal(new[] { file, half }.Order(StringComparer.Ordinal), (await store.HashKeysAsync(FileKeys.OfStand(Uploader.Stand))).Select(f => f.ToString()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(id, record, StringComparison.Ordinal);
        Assert.Contains(id, note, StringComparison.Ordinal); // or nobody else could be kept from it; it goes with the upload's day
        Assert.DoesNotContain(id, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder.Path, file))), StringComparison.Ordinal);
    }

    static List<string> Fields(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal)];

    static List<string> Documented(string record)
    {
        var rows = File.ReadAllLines(RepositoryFile.Path("infra/stored.md")).Where(l => l.StartsWith($"| {record} |", StringComparison.Ordinal));
        return [.. rows.SelectMany(row => Name().Matches(row.Split('|')[2]).Select(m => m.Groups["name"].Value)).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("`(?<name>[A-Za-z0-9]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
