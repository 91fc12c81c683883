using System.Buffers.Binary;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>The few shapes of MessagePack that hot messages have, read without copying.</summary>
ref struct MsgPackReader(ReadOnlySpan<byte> data)
{
    ReadOnlySpan<byte> rest = data;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    public int Array()
    {
        var kind = Take();
        return (kind & 0xF0) == 0x90 ? kind & 0x0F : kind == 0xDC ? Two() : throw Unexpected("an array", kind);
    }

    public int Int()
    {
        var kind = Take();
        return kind switch
        {
            < 0x80 => kind,
            >= 0xE0 => (sbyte)kind,
            0xCC => Take(),
            0xCD => Two(),
            0xCE or 0xD2 => Four(),
            0xD0 => (sbyte)Take(),
            0xD1 => (short)Two(),
            _ => throw Unexpected("a number", kind),
        };
    }

    /// <summary>Of a string or of binary data.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var kind = Take();
        var length = kind switch
        {
            >= 0xA0 and <= 0xBF => kind & 0x1F,
            0xC4 or 0xD9 => Take(),
            0xC5 or 0xDA => Two(),
            0xC6 or 0xDB => Four(),
            _ => throw Unexpected("bytes", kind),
        };
        var bytes = rest[..length];
        rest = rest[length..];
        return bytes;
    }

    /// <summary>Passes over nil, an empty map or array, a text or a number.</summary>
    public void Skip()
    {
        var kind = rest[0];
        if (kind is 0xC0 or 0x80 or 0x90) Take();
        else if (kind is (>= 0xA0 and <= 0xBF) or 0xD9) Bytes();
        else Int();
    }

    /// <summary>Writes a number from 0 to 65535; gives its length.</summary>
    public static int WriteInt(Span<byte> to, int number)
    {
        switch (number)
        {
            case < 128:
                to[0] = (byte)number;
                return 1;
            case < 256:
                (to[0], to[1]) = (0xCC, (byte)number);
                return 2;
            default:
                to[0] = 0xCD;
                BinaryPrimitives.WriteUInt16BigEndian(to[1..], (ushort)number);
                return 3;
        }
    }

    static FormatException Unexpected(string what, byte kind) => new($"There was to be {what}, and {kind:x2} came.");

    byte Take()
    {
        var first = rest[0];
        rest = rest[1..];
        return first;
    }

    int Two()
    {
        var number = BinaryPrimitives.ReadUInt16BigEndian(rest);
        rest = rest[2..];
        return number;
    }

    int Four()
    {
        var number = BinaryPrimitives.ReadInt32BigEndian(rest);
        rest = rest[4..];
        return number;
    }
}
