using System.Buffers;
using MessagePack;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>Frames as no client sends them: right ones that were damaged in many ways, and some that never were right. All by one seed.</summary>
sealed class SpoiltFrames(Random random)
{
    /// <summary>Codes of MessagePack by which 4 GB of elements, characters, bytes or fields are said to follow.</summary>
    static readonly byte[] hugeCodes = [0xdd, 0xdf, 0xdb, 0xc6, 0xc9];

    static readonly string[] oddTargets = ["", "Nonsense", "move", "OnConnectedAsync", "Dispose", "ToString", "Move\0", "Привет", "__proto__", new('m', 3_000)];

    readonly HubFrames frames = new(random);

    /// <summary>Half of them are right in their form, so that a line lives long enough for something to be done by it.</summary>
    public byte[] Next() => random.Next(40) switch
    {
        < 10 => frames.Next(),
        < 14 => Call(AnyTarget(), Anything),
        < 20 => Call(AnyTarget(), (ref MessagePackWriter w) => Arguments(ref w, random.Next(6))),
        < 22 => Call(oddTargets[random.Next(oddTargets.Length)], Anything),
        < 24 => Call("Enter", Nested),
        < 27 => Framing.Frame(Strange(Payload())),
        < 29 => Framing.Frame(Doubled(Payload())),
        < 31 => Framing.Frame(Flipped(Payload())),
        31 => Flipped(frames.Next()),
        32 => Framing.Frame(Cut(Payload())),
        33 => Framing.Frame(Holed(Payload())),
        34 => Framing.Frame(Huge(Payload())),
        35 => Framing.Frame(Payload(), lie: random.Next(-6, 40)),
        36 => OfKind(random.Next(-2, 12)),
        37 => Spliced(),
        38 => Noise(random.Next(1, 60)),
        _ => [.. frames.Next(), .. Framing.Frame(Flipped(Payload())), .. frames.Next()],
    };

    delegate void Write(ref MessagePackWriter writer);

    byte[] Payload() => Framing.Payload(frames.Next()).ToArray();

    string AnyTarget() => HubFrames.Methods[random.Next(HubFrames.Methods.Count)].Name;

    byte[] Noise(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    byte[] Flipped(byte[] bytes)
    {
        for (var n = random.Next(1, 5); n > 0; n--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    byte[] Cut(byte[] bytes) => bytes[..random.Next(bytes.Length)];

    byte[] Doubled(byte[] bytes)
    {
        var (from, to) = Slice(bytes);
        return [.. bytes[..to], .. bytes[from..]];
    }

    byte[] Holed(byte[] bytes)
    {
        var (from, to) = Slice(bytes);
        return [.. bytes[..from], .. bytes[to..]];
    }

    byte[] Huge(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        var size = (byte)(random.Next(2) == 0 ? 0xff : 0x7f);
        return [.. bytes[..at], hugeCodes[random.Next(hugeCodes.Length)], size, 0xff, 0xff, 0xff, .. bytes[at..]];
    }

    /// <summary>One byte is another: mostly another type.</summary>
    byte[] Strange(byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    byte[] Spliced()
    {
        var (one, other) = (Payload(), Payload());
        return Framing.Frame([.. one[..random.Next(one.Length)], .. other[random.Next(other.Length)..]]);
    }

    (int From, int To) Slice(byte[] bytes)
    {
        var from = random.Next(bytes.Length);
        return (from, random.Next(from, Math.Min(bytes.Length, from + 16)) + 1);
    }

    byte[] Call(string target, Write arguments) => Written((ref MessagePackWriter w) =>
    {
        w.WriteArrayHeader(6);
        w.Write(1);
        w.WriteMapHeader(0);
        if (random.Next(2) == 0) w.WriteNil();
        else w.Write("c");
        w.Write(target);
        arguments(ref w);
        w.WriteArrayHeader(0);
    });

    /// <summary>Stream items, completions, ends of streams, farewells, acknowledgements, and kinds that do not exist.</summary>
    byte[] OfKind(int kind) => Written((ref MessagePackWriter w) =>
    {
        w.WriteArrayHeader(random.Next(8));
        w.Write(kind);
        if (random.Next(3) > 0) w.WriteMapHeader(0);
        w.Write("c");
        for (var n = random.Next(4); n > 0; n--) Anything(ref w);
    });

    void Nested(ref MessagePackWriter w)
    {
        w.WriteArrayHeader(1);
        w.WriteMapHeader(1);
        w.Write(random.Next(2) == 0 ? "stoodAt" : "unknown");
        for (var depth = random.Next(1, 2_000); depth > 0; depth--)
        {
            if (depth % 3 > 0) w.WriteArrayHeader(1);
            else w.WriteMapHeader(1);
            if (depth % 3 == 0) w.WriteNil();
        }
        w.WriteNil();
    }

    void Arguments(ref MessagePackWriter w, int count)
    {
        w.WriteArrayHeader(count);
        for (; count > 0; count--) Anything(ref w);
    }

    void Anything(ref MessagePackWriter w)
    {
        switch (random.Next(12))
        {
            case 0: w.WriteNil(); break;
            case 1: w.Write(random.NextInt64()); break;
            case 2: w.Write(ulong.MaxValue); break;
            case 3: w.Write(double.NaN); break;
            case 4: w.Write(true); break;
            case 5: w.Write("Text"); break;
            case 6: w.Write(Noise(9)); break;
            case 7: Arguments(ref w, random.Next(3)); break;
            case 8: w.WriteExtensionFormat(new((sbyte)random.Next(-128, 128), Noise(random.Next(20)))); break;
            case 9: w.Write(new DateTime(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc)); break;
            case 10: w.WriteMapHeader(1); w.Write(7); w.Write("seven"); break;
            default: w.Write(random.Next(-40, 600)); break;
        }
    }

    static byte[] Written(Write write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        write(ref writer);
        writer.Flush();
        return Framing.Frame(bytes.WrittenSpan);
    }
}
