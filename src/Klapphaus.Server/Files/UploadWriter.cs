using System.Buffers;
using System.Security.Cryptography;

namespace Klapphaus.Server.Files;

/// <summary>Adds what comes in to what is here.</summary>
static class UploadWriter
{
    const int BufferSize = 64 * 1024;

    /// <summary>
    /// Writes until the content ends, the line is cut or it is told to stop. What has come is kept, unless it was to come to a checksum: that one is known
    /// only of the whole.
    /// </summary>
    /// <param name="part">What is here.</param>
    /// <param name="piece">What comes in.</param>
    /// <param name="room">How many bytes there may be.</param>
    /// <param name="stop">Nothing more is waited for.</param>
    /// <returns>How far the upload is then.</returns>
    public static async Task<(ErrorCode Error, long Offset)> AppendAsync(FileStream part, UploadPiece piece, long room, CancellationToken stop)
    {
        var begin = part.Seek(0, SeekOrigin.End);
        using var hash = piece.Checksum is { } checksum ? IncrementalHash.CreateHash(checksum.Algorithm) : null;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var (written, count) = (0L, 0);
            while ((count = await ReadAsync(piece.Content, buffer, stop) ?? -1) > 0)
            {
                if (written + count > room) return (ErrorCode.FileTooLarge, begin);
                hash?.AppendData(buffer, 0, count);
                await part.WriteAsync(buffer.AsMemory(0, count), CancellationToken.None);
                written += count;
            }
            if (hash is null) return (ErrorCode.None, begin + written);
            var isWhole = count == 0;
            if (isWhole && hash.GetCurrentHash().AsSpan().SequenceEqual(piece.Checksum!.Value)) return (ErrorCode.None, begin + written);
            part.SetLength(begin);
            return (isWhole ? ErrorCode.ChecksumWrong : ErrorCode.None, begin);
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            return (ErrorCode.DiskFull, begin);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Null when nothing more will come: the line was cut, is too slow, or somebody else goes on.</summary>
    static async Task<int?> ReadAsync(Stream content, byte[] buffer, CancellationToken stop)
    {
        try
        {
            return await content.ReadAsync(buffer, stop);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
