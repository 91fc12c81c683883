using MessagePack;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>The length that stands before each message: seven bits a byte, the lowest first.</summary>
static class Framing
{
    /// <summary>The largest message that the hub takes.</summary>
    public const int Largest = 64 * 1024;

    public static byte[] Frame(ReadOnlySpan<byte> payload, int lie = 0)
    {
        List<byte> bytes = [];
        var length = (uint)Math.Max(0, payload.Length + lie);
        for (; length > 0x7f; length >>= 7) bytes.Add((byte)(length | 0x80));
        return [.. bytes, (byte)length, .. payload];
    }

    /// <summary>What is in the frame, when there is one and nothing else.</summary>
    public static ReadOnlySpan<byte> Payload(byte[] frame) => frame.AsSpan(1 + Array.FindIndex(frame, b => b < 0x80));

    /// <summary>How many bytes the last frame still needs; 0 when it is complete, null when its length is none or is too large to be waited for.</summary>
    public static int? Missing(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            long length = 0;
            var head = 0;
            do
            {
                if (head == bytes.Length) return 1;
                length |= (long)(bytes[head] & 0x7f) << 7 * head;
            }
            while (bytes[head++] >= 0x80 && head < 5);
            if (bytes[head - 1] >= 0x80 || length > Largest) return null;
            if (bytes.Length < head + length) return (int)(head + length - bytes.Length);
            bytes = bytes[(head + (int)length)..];
        }
        return 0;
    }

    /// <summary>
    /// Whether one of the frames is of a kind that the hub does not know: it goes no further on that line, which ends for its silence 20 s later, or once more
    /// follows than one message may have.
    /// </summary>
    public static bool Stalls(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var head = 1 + Array.FindIndex(bytes, at, b => b < 0x80) - at;
            var length = 0;
            for (var i = 0; i < head; i++) length |= (bytes[at + i] & 0x7f) << 7 * i;
            if (IsUnknown(bytes.AsMemory(at + head, length))) return true;
            at += head + length;
        }
        return false;
    }

    static bool IsUnknown(ReadOnlyMemory<byte> payload)
    {
        try
        {
            var reader = new MessagePackReader(payload);
            reader.ReadArrayHeader();
            return reader.ReadInt32() is < 1 or > 9;
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return false; // such a one ends the line
        }
    }
}
