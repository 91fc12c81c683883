using Klapphaus.Server.Files;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Files;

/// <summary>A house with stands that have files.</summary>
public sealed class HouseWithFiles : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();

    internal TestHouse Open { get; private set; } = null!;

    internal StandGate Gate { get; private set; } = null!;

    /// <summary>Where its files are.</summary>
    public string Folder => folder.Path;

    public async ValueTask InitializeAsync() => (Open, Gate) = await OpenAsync("--Klapphaus:Files:Folder", Folder);

    public async ValueTask DisposeAsync()
    {
        await Open.DisposeAsync();
        folder.Dispose();
    }

    internal static async Task<(TestHouse House, StandGate Gate)> OpenAsync(params string[] settings)
    {
        var gate = new StandGate();
        return (await TestHouse.OpenAsync(DrawnHouse.Small(), s => s.AddSingleton<IFileGate>(gate), ["--Klapphaus:Files:KeepFreeBytes", "0", .. settings]), gate);
    }

    /// <summary>All that lies anywhere in the folder for an upload or file.</summary>
    internal static string[] Remains(string folder, string id) =>
        [.. Directory.EnumerateFiles(folder, id + "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f))];
}
