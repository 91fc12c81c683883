using System.Numerics;

namespace Klapphaus.World.Files;

/// <summary>The head of WebM and Matroska files: elements of an id, a length and a content, the first two with as many bytes as their first one says.</summary>
static class Ebml
{
    const ulong HeadId = 0x1A45DFA3;
    const ulong DocTypeId = 0x4282;

    /// <summary>What kind of document the head declares; empty when there is no such head.</summary>
    public static ReadOnlySpan<byte> DocType(ReadOnlySpan<byte> file)
    {
        if (!TryReadElement(file, out var id, out var head, out _) || id != HeadId) return [];
        while (TryReadElement(head, out id, out var content, out head))
            if (id == DocTypeId) return content.TrimEnd((byte)0);
        return [];
    }

    static bool TryReadElement(ReadOnlySpan<byte> bytes, out ulong id, out ReadOnlySpan<byte> content, out ReadOnlySpan<byte> rest)
    {
        id = 0;
        content = rest = [];
        if (!TryReadNumber(bytes, keepsMarker: true, out id, out var idWidth)) return false;
        if (!TryReadNumber(bytes[idWidth..], keepsMarker: false, out var length, out var lengthWidth)) return false;
        var after = bytes[(idWidth + lengthWidth)..];
        if (length > (ulong)after.Length) return false;
        content = after[..(int)length];
        rest = after[(int)length..];
        return true;
    }

    /// <summary>The count of leading zeros in the first byte is the count of bytes that follow. An id keeps the bit that ends them, a length does not.</summary>
    static bool TryReadNumber(ReadOnlySpan<byte> bytes, bool keepsMarker, out ulong number, out int width)
    {
        (number, width) = (0, 0);
        if (bytes.IsEmpty || bytes[0] == 0) return false;
        width = BitOperations.LeadingZeroCount((uint)bytes[0]) - 24 + 1;
        if (bytes.Length < width) return false;
        number = keepsMarker ? bytes[0] : bytes[0] & (ulong)(0xFF >> width);
        foreach (var next in bytes[1..width]) number = number << 8 | next;
        return true;
    }
}
