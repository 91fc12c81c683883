namespace Klapphaus.Server.Files;

/// <summary>How an upload stands.</summary>
/// <param name="Error">Why not, or <see cref="ErrorCode.None"/>.</param>
/// <param name="Upload">The upload, where there is (still) one.</param>
/// <param name="Offset">How many bytes of it are here.</param>
readonly record struct UploadAnswer(ErrorCode Error, UploadInfo? Upload = null, long Offset = 0)
{
    /// <summary>The file is here, and may be read.</summary>
    public bool IsDone => Error == ErrorCode.None && Upload is not null && Offset == Upload.Length;
}
