using System.IO.Compression;
using System.Text;
using Klapphaus.Server.Start;
using Klapphaus.Server.Store;

namespace Klapphaus.Scaleout.Tests.Keeping;

/// <summary>A file that is no whole backup is refused before anything is changed, with what and where.</summary>
public sealed class BadBackupTests(BadBackupTests.OneBackup made) : IClassFixture<BadBackupTests.OneBackup>, IDisposable
{
    readonly TemporaryFolder folder = new();

    string Copy => Path.Combine(folder.Path, "b.zip");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task WholeOneIsTaken()
    {
        File.Copy(made.File, Copy);
        Assert.Null(await FaultAsync());
        Assert.True(File.Exists(Path.Combine(folder.Path, "target", "house", "foyer.tmj")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public async Task TruncatedOneIsRefused(int length)
    {
        var bytes = await File.ReadAllBytesAsync(made.File);
        await File.WriteAllBytesAsync(Copy, bytes[..(length < 0 ? bytes.Length + length : length)]);
        await RefusedAsync("ist keine Sicherung oder unvollständig");
    }

    [Fact]
    public async Task AnyFlippedByteIsRefusedOrWithoutEffect()
    {
        var bytes = await File.ReadAllBytesAsync(made.File);
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < 200; i++)
        {
            var at = random.Next(bytes.Length);
            var broken = bytes.ToArray();
            broken[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Copy, broken);
            try
            {
                using var reader = BackupReader.Open(Copy);
                Assert.Equal(made.Lines, reader.Entries().Select(e => Encoding.UTF8.GetString(EntryLine.Write(e))));
            }
            catch (StartFault)
            {
                refused++;
            }
        }
        Assert.True(refused > 150, $"{refused} of 200 were refused");
    }

    [Fact]
    public async Task ForeignZipIsRefused()
    {
        using (var zip = ZipFile.Open(Copy, ZipArchiveMode.Create)) zip.CreateEntry("holiday.jpg");
        await RefusedAsync("ist keine Sicherung eines Klapphauses");
    }

    [Fact]
    public async Task TextIsRefused()
    {
        await File.WriteAllTextAsync(Copy, "Liebe Grüße");
        await RefusedAsync("ist keine Sicherung oder unvollständig");
    }

    [Fact]
    public async Task MissingFileIsRefused() => Assert.Contains("lässt sich nicht lesen", await FaultAsync(), StringComparison.Ordinal);

    [Theory]
    [InlineData("manifest.json", "\"version\": 1", "\"version\": 2", "neueren Klapphaus")]
    [InlineData("manifest.json", "klapphaus-backup", "anderes-programm", "ist keine Sicherung eines Klapphauses")]
    [InlineData("manifest.json", "\"room\": 2", "\"room\": 3", "(store.jsonl)")]
    [InlineData("store.jsonl", "\"kind\":\"hash\"", "\"kind\":\"cash\"", "(store.jsonl)")]
    [InlineData("plans/foyer.tmj", "\"eingang\"", "\"ausgang\"", "(plans/foyer.tmj)")]
    public async Task ChangedOneIsRefusedWithThePlace(string file, string was, string becomes, string told)
    {
        Edit(file, text => text.Replace(was, becomes, StringComparison.Ordinal));
        await RefusedAsync(told);
    }

    [Fact]
    public async Task FileThatWasAddedIsRefused()
    {
        File.Copy(made.File, Copy);
        using (var zip = ZipFile.Open(Copy, ZipArchiveMode.Update)) zip.CreateEntry("plans/../../evil.tmj");
        await RefusedAsync("(manifest.json)");
    }

    [Theory]
    [InlineData("{\"key\":\"klapphaus/a\",\"kind\":\"hash\",\"values\":[{\"text\":\"no field\"}]}")]
    [InlineData("{\"key\":\"klapphaus/presence/a\",\"kind\":\"string\",\"values\":[{\"text\":\"\"}]}")]
    [InlineData("{\"key\":\"other/a\",\"kind\":\"string\",\"values\":[{\"text\":\"\"}]}")]
    [InlineData("{\"key\":\"klapphaus/a\",\"kind\":\"string\",\"values\":[{\"bytes\":\"?\"}]}")]
    [InlineData("{\"key\":\"klapphaus/a\",\"kind\":\"zset\",\"values\":[{\"text\":\"a\",\"score\":\"many\"}]}")]
    [InlineData("{\"key\":\"klapphaus/a\",\"kind\":\"string\",\"values\":[]}")]
    [InlineData("[]")]
    [InlineData("")]
    public void LineThatCannotBePutBackIsRefused(string line) => Assert.Throws<FormatException>(() => EntryLine.Read(line));

    void Edit(string file, Func<string, string> change)
    {
        using var from = ZipFile.OpenRead(made.File);
        using var to = ZipFile.Open(Copy, ZipArchiveMode.Create);
        foreach (var part in from.Entries)
        {
            using var text = new StreamReader(part.Open());
            using var changed = new StreamWriter(to.CreateEntry(part.FullName).Open());
            var content = text.ReadToEnd();
            var written = part.FullName == file ? change(content) : content;
            Assert.True(part.FullName != file || written != content, $"there is nothing to change in {file}: {content}");
            changed.Write(written);
        }
    }

    async Task RefusedAsync(string told)
    {
        var fault = await FaultAsync();
        Assert.Contains(told, fault, StringComparison.Ordinal);
        Assert.Contains(Copy, fault, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "target")), "nothing may be there of a refused backup");
    }

    /// <summary>What the program says, run in this process; null when it took the file.</summary>
    async Task<string?> FaultAsync()
    {
        try
        {
            Assert.Equal(0, await RestoreCommand.RunAsync([Copy, "--ConnectionStrings:redis", "", "--Klapphaus:DataPath", Path.Combine(folder.Path, "target")], TextWriter.Null));
            return null;
        }
        catch (StartFault fault)
        {
            return fault.Message;
        }
    }

    /// <summary>A backup of a small house with one guest.</summary>
    public sealed class OneBackup : IAsyncLifetime
    {
        readonly TemporaryFolder folder = new();

        public string File => Path.Combine(folder.Path, "whole.zip");

        public IReadOnlyList<string> Lines { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
            await using var ada = await house.Enter("Ada", "foyer");
            var (code, _, errors) = await HouseProcess.RunAsync(["backup", File, "--Klapphaus:DataPath", house.DataPath]);
            Assert.True(code == 0, errors);
            using var reader = BackupReader.Open(File);
            Lines = [.. reader.Entries().Select(e => Encoding.UTF8.GetString(EntryLine.Write(e)))];
        }

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
