using Amazon.S3.Model;

namespace Klapphaus.Server.Files;

/// <summary>A file in S3-compatible storage, read from where one wants and in pieces: nothing is asked for before it is read, and little that is not.</summary>
/// <param name="ask">Asks for the bytes from one to another, the last included.</param>
/// <param name="length">Of the file.</param>
sealed class S3Stream(Func<long, long, CancellationToken, Task<GetObjectResponse>> ask, long length) : Stream
{
    /// <summary>What is asked for at once: a request for each costs little, and who wants the end of a film does not get all of it.</summary>
    const long Piece = 8 * 1024 * 1024;

    GetObjectResponse? piece;
    long position, pieceEnd;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value != position) DropPiece();
            position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0) return 0;
        if (piece is null || position >= pieceEnd)
        {
            DropPiece();
            pieceEnd = Math.Min(position + Piece, length);
            piece = await ask(position, pieceEnd - 1, cancellationToken);
        }
        var read = await piece.ResponseStream.ReadAsync(buffer[..(int)Math.Min(buffer.Length, pieceEnd - position)], cancellationToken);
        if (read == 0) throw new EndOfStreamException("The storage of files has given less than it has.");
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nobody waits for a network with a thread.");

    public override void Flush()
    {
        // nothing is written
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) DropPiece();
        base.Dispose(disposing);
    }

    void DropPiece()
    {
        piece?.Dispose();
        piece = null;
    }
}
