using System.Buffers.Binary;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>
/// What the browser's made-up microphone picks up: something like a voice, rich in overtones, gliding and never quite silent, so that no filter takes it for
/// noise and every gap in it is one that we have made.
/// </summary>
static class FakeVoice
{
    const int Rate = 48_000;
    const int Seconds = 10;

    /// <summary>Writes it as a WAV file: mono, 16 bit.</summary>
    public static void WriteTo(string file)
    {
        var bytes = new byte[44 + Rate * Seconds * 2];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), bytes.Length - 44);
        var phase = 0d;
        for (var i = 0; i < Rate * Seconds; i++)
        {
            var t = i / (double)Rate;
            phase += Math.Tau * (170 + 60 * Math.Sin(Math.Tau * 0.7 * t) + 25 * Math.Sin(Math.Tau * 5.3 * t)) / Rate;
            var voice = 0d;
            for (var overtone = 1; overtone <= 12; overtone++) voice += Math.Sin(phase * overtone) / overtone;
            var loudness = 0.22 + 0.08 * Math.Sin(Math.Tau * 4 * t);
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + i * 2), (short)(short.MaxValue * 0.6 * loudness * voice));
        }
        File.WriteAllBytes(file, bytes);
    }
}
