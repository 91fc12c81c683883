using Klapphaus.Contracts;

namespace Klapphaus.Server.Rooms;

/// <summary>The news of each cell, encoded once per tick for all who hear of them: the last tick's, and those of the few ticks before that some were not told.</summary>
sealed class CellPieces
{
    /// <summary>As many ticks as the highest load level lets pass between two messages.</summary>
    const int Ages = 4;

    readonly RoomMirror mirror;
    readonly Piece[] pieces;

    public CellPieces(RoomMirror mirror)
    {
        this.mirror = mirror;
        pieces = new Piece[mirror.Grid.Count * Ages];
        Array.Fill(pieces, new() { Bytes = [], Tick = -1 });
    }

    struct Piece
    {
        public byte[] Bytes;
        public int Length;
        public long Tick;
    }

    /// <summary>The records of all in the cell that were news after tick <paramref name="told"/>.</summary>
    public ReadOnlySpan<byte> Since(int cell, long told, long now)
    {
        var age = mirror.TickNumber - told;
        if (age <= 0) return default;
        if (age > Ages) return SinceLongAgo(cell, told, now);
        ref var piece = ref pieces[((int)age - 1) * mirror.Grid.Count + cell];
        if (piece.Tick != mirror.TickNumber) Encode(ref piece, cell, told, now);
        return piece.Bytes.AsSpan(0, piece.Length);
    }

    /// <summary>Told from too long ago to be shared.</summary>
    ReadOnlySpan<byte> SinceLongAgo(int cell, long told, long now)
    {
        ref var piece = ref pieces[(Ages - 1) * mirror.Grid.Count + cell];
        Encode(ref piece, cell, told, now);
        piece.Tick = -1;
        return piece.Bytes.AsSpan(0, piece.Length);
    }

    void Encode(ref Piece piece, int cell, long told, long now)
    {
        (piece.Tick, piece.Length) = (mirror.TickNumber, 0);
        // the last tick's news are listed; older ones are found among all in the cell
        var fromList = told == mirror.TickNumber - 1;
        var some = fromList ? mirror.NewsIn(cell) : mirror.In(cell);
        if (piece.Bytes.Length < some.Count * AvatarsMoved.RecordLength) piece.Bytes = new byte[some.Count * AvatarsMoved.RecordLength * 2];
        foreach (var handle in some)
        {
            if (!fromList && mirror.ChangedIn(handle) <= told) continue;
            mirror.Write(piece.Bytes.AsSpan(piece.Length), handle, now);
            piece.Length += AvatarsMoved.RecordLength;
        }
    }
}
