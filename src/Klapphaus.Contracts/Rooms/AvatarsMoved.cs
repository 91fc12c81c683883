using System.Buffers.Binary;

namespace Klapphaus.Contracts;

/// <summary>
/// The one hot message: what a client sees move. On the wire a SignalR invocation of <see cref="Target"/> with one <c>bin</c>:
/// <code>
/// byte 0      header: bit 7 = everything in sight follows, forget what is not in it; bit 6 = the viewer's cell follows; bits 0 to 5 = sight
/// [2 bytes]   column and row of the viewer's cell, if bit 6 is set
/// then, each 7 bytes, little endian:
///   u16       handle
///   12 bits   x in 1/32 tile,  12 bits  y in 1/32 tile
///   u8        heading (255: stands)
///   u8        age in 2 ms: how long ago the avatar was there; it has walked on along its heading since
/// </code>
/// Sight is counted in cells of <see cref="CellTiles"/> tiles: an avatar is in sight when its cell is at most that many columns and rows
/// from the viewer's cell; 0 means that the whole room is in sight. Who is out of sight is not reported and must not be drawn. The viewer's cell is
/// the one last told, not where the client believes to be: both sides must mean the same, or somebody is remembered where nobody stands. When a new
/// one is told, whoever is out of sight from the one before or from this one, by its last record or carried on from there, is to be forgotten
/// before the records are read.
/// </summary>
public static class AvatarsMoved
{
    /// <summary>Name of the callback; one letter since it is sent ten times a second to everybody.</summary>
    public const string Target = "m";

    public const int CellTiles = 6;
    public const int HeaderLength = 1;
    public const int RecordLength = 7;
    public const int CellLength = 2;
    public const byte Everything = 0x80;
    public const byte CellFollows = 0x40;
    public const byte SightMask = 0x3F;

    /// <summary>Milliseconds in one unit of age.</summary>
    public const int AgeUnit = 2;

    /// <summary>Writes one record; <paramref name="age"/> is in <see cref="AgeUnit"/> ms and is cut at 255.</summary>
    public static void Write(Span<byte> record, int handle, int x, int y, int heading, long age)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)handle);
        BinaryPrimitives.WriteInt32LittleEndian(record[2..], x | (y << 12) | (heading << 24));
        record[6] = (byte)Math.Min(255, age);
    }

    /// <summary>Reads the record at the start of <paramref name="record"/>.</summary>
    public static AvatarMove Read(ReadOnlySpan<byte> record)
    {
        var state = BinaryPrimitives.ReadUInt32LittleEndian(record[2..]);
        return new(
            BinaryPrimitives.ReadUInt16LittleEndian(record),
            (int)(state & 0xFFF),
            (int)(state >> 12 & 0xFFF),
            (int)(state >> 24),
            record[6] * AgeUnit);
    }
}
