using Garnet;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.Store;

/// <summary>
/// Garnet in this process: a Redis-compatible store on a loopback port, with its log in the data folder. A write is acknowledged only when it is in the
/// log, so that nothing confirmed is lost when the process is killed.
/// </summary>
sealed class EmbeddedStore : IDisposable
{
    readonly GarnetServer server;
    readonly FileStream folderLock;

    EmbeddedStore(GarnetServer server, FileStream folderLock, string configuration) =>
        (this.server, this.folderLock, Configuration) = (server, folderLock, configuration);

    public string Configuration { get; }

    public static EmbeddedStore Start(string dataPath)
    {
        var locked = Lock(dataPath);
        try
        {
            var port = Ports.Free();
            var files = Path.Combine(dataPath, "store");
            var garnet = new GarnetServer(
            [
                "--bind", "127.0.0.1", "--port", $"{port}",
                "--logdir", files, "--checkpointdir", files,
                "--device-type", "RandomAccess", // the native device needs a library that many machines lack
                "--storage-tier", "true", "--aof", "true", "--aof-commit-wait", "true", "--recover", "true", "--lua", "true", "-q", "true",
                "--memory", "64m", "--page", "4m", "--index", "4m", "--aof-memory", "32m", "--aof-page-size", "8m", "--aof-size-limit", "256m",
                "--logger-level", "Error",
            ]);
            garnet.Start();
            return new(garnet, locked, $"127.0.0.1:{port}");
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        server.Dispose();
        folderLock.Dispose();
    }

    /// <summary>One process a folder: two would write into one log.</summary>
    static FileStream Lock(string dataPath)
    {
        try
        {
            Directory.CreateDirectory(dataPath);
            return new(Path.Combine(dataPath, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartFault(OperatorWords.Of(
                $"In den Datenordner {dataPath} kann nicht geschrieben werden. Ändern Sie seine Rechte, oder wählen Sie einen anderen: --Klapphaus:DataPath=/pfad",
                $"The data folder {dataPath} cannot be written to. Change its permissions, or choose another: --Klapphaus:DataPath=/path"), e);
        }
        catch (IOException e)
        {
            throw new StartFault(OperatorWords.Of(
                $"Der Datenordner {dataPath} wird schon von einem anderen Klapphaus benutzt. Beenden Sie es, oder wählen Sie einen anderen Ordner: --Klapphaus:DataPath=/pfad",
                $"The data folder {dataPath} is in use by another Klapphaus. Stop that one, or choose another folder: --Klapphaus:DataPath=/path"), e);
        }
    }
}
