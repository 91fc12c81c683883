using System.Security.Cryptography;
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
    readonly string dataPath;

    EmbeddedStore(GarnetServer server, FileStream folderLock, string dataPath, string configuration) =>
        (this.server, this.folderLock, this.dataPath, Configuration) = (server, folderLock, dataPath, configuration);

    public string Configuration { get; }

    public static EmbeddedStore Start(string dataPath)
    {
        var locked = Lock(dataPath);
        try
        {
            var port = Ports.Free();
            var files = FilesIn(dataPath);
            // the port is open to everybody on this machine: the word is not
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            var garnet = new GarnetServer(
            [
                "--bind", "127.0.0.1", "--port", $"{port}", "--auth", "Password", "--password", password,
                "--logdir", files, "--checkpointdir", files,
                "--device-type", "RandomAccess", // the native device needs a library that many machines lack
                "--storage-tier", "true", "--aof", "true", "--aof-commit-wait", "true", "--recover", "true", "--lua", "true", "-q", "true",
                "--memory", "64m", "--page", "4m", "--index", "4m", "--aof-memory", "32m", "--aof-page-size", "8m", "--aof-size-limit", "256m",
                "--logger-level", "Error",
            ]);
            garnet.Start();
            // it cannot be lost, only late, on a slow disk
            var configuration = $"127.0.0.1:{port},password={password},asyncTimeout=20000,syncTimeout=20000";
            Note(dataPath, configuration);
            return new(garnet, locked, dataPath, configuration);
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <summary>There is one in this folder, running or not.</summary>
    public static bool IsIn(string dataPath) => Directory.Exists(FilesIn(dataPath));

    /// <summary>How to reach the one that runs on this folder in another process; null when none does.</summary>
    public static string? RunningAt(string dataPath)
    {
        if (!File.Exists(NoteIn(dataPath))) return null;
        try
        {
            using var free = new FileStream(LockIn(dataPath), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null; // what is noted is of a run that was killed
        }
        catch (IOException)
        {
            return File.ReadAllText(NoteIn(dataPath));
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unwritable(dataPath, e);
        }
    }

    public void Dispose()
    {
        File.Delete(NoteIn(dataPath));
        server.Dispose();
        folderLock.Dispose();
    }

    static string FilesIn(string dataPath) => Path.Combine(dataPath, "store");

    static string LockIn(string dataPath) => Path.Combine(dataPath, "lock");

    static string NoteIn(string dataPath) => Path.Combine(dataPath, "store.address");

    /// <summary>For backups while the house runs: where its store is, and the word for it. For the owner of the folder alone.</summary>
    static void Note(string dataPath, string configuration)
    {
        File.Delete(NoteIn(dataPath)); // one that was left there may be open to others
        using var file = new StreamWriter(new FileStream(NoteIn(dataPath), Private.Create(FileMode.CreateNew)));
        file.Write(configuration);
    }

    /// <summary>One process a folder: two would write into one log.</summary>
    static FileStream Lock(string dataPath)
    {
        try
        {
            Directory.CreateDirectory(dataPath);
            return new(LockIn(dataPath), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unwritable(dataPath, e);
        }
        catch (IOException e)
        {
            throw new StartFault(OperatorWords.Of(
                $"Der Datenordner {dataPath} wird schon von einem anderen Klapphaus benutzt. Beenden Sie es, oder wählen Sie einen anderen Ordner: --Klapphaus:DataPath=/pfad",
                $"The data folder {dataPath} is in use by another Klapphaus. Stop that one, or choose another folder: --Klapphaus:DataPath=/path"), e);
        }
    }

    static StartFault Unwritable(string dataPath, Exception e) => new(
        OperatorWords.Of(
            $"In den Datenordner {dataPath} kann nicht geschrieben werden. Ändern Sie seine Rechte, oder wählen Sie einen anderen: --Klapphaus:DataPath=/pfad",
            $"The data folder {dataPath} cannot be written to. Change its permissions, or choose another: --Klapphaus:DataPath=/path"),
        e);
}
