using Klapphaus.Server.Members;

namespace Klapphaus.Server.Files;

/// <summary>Whom files are for. It is asked each time; files know nothing of stands themselves.</summary>
interface IFileGate
{
    /// <summary>Whether somebody may put files into a stand: <see cref="ErrorCode.None"/>, or why not.</summary>
    Task<ErrorCode> MayUploadAsync(Caller caller, string stand);

    /// <summary>Whether somebody may read a file. Who may not is not told that there is one.</summary>
    Task<bool> MayReadAsync(Caller caller, FileRecord file);

    /// <summary>Whether the stand still refers to a file. What nobody refers to for a day is thrown away.</summary>
    Task<bool> IsWantedAsync(FileRecord file);
}
