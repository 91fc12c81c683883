using System.Collections.Concurrent;
using Klapphaus.Server.Files;
using Klapphaus.Server.Members;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Stands of which every host looks after every one, and whose files are for all but guests.</summary>
sealed class StandGate : IFileGate
{
    readonly ConcurrentDictionary<string, bool> unwanted = new();

    /// <summary>From now on no stand refers to this file.</summary>
    public void Forget(string file) => unwanted[file] = true;

    /// <summary>The stand refers to it again.</summary>
    public void Remember(string file) => unwanted.TryRemove(file, out _);

    public Task<ErrorCode> MayUploadAsync(Caller caller, string stand) => Task.FromResult(caller.Role == Roles.Host ? ErrorCode.None : ErrorCode.FileNotAllowed);

    public Task<bool> MayReadAsync(Caller caller, FileRecord file) => Task.FromResult(caller.Role != Roles.Guest);

    public Task<bool> IsWantedAsync(FileRecord file) => Task.FromResult(!unwanted.ContainsKey(file.Id));
}
