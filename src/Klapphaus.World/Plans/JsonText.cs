using System.Text.Json;
using System.Text.Unicode;

namespace Klapphaus.World.Plans;

/// <summary>Takes JSON from files that people write, or that somebody has broken on purpose.</summary>
static class JsonText
{
    // The largest sensible plan (128 × 128, a dozen decorated layers) has about 2 MB.
    const int MostMegabytes = 8;

    /// <summary>The root, in which every string can be read without an exception; or null and a fault.</summary>
    public static JsonElement? Parse(ReadOnlySpan<byte> bytes, FaultList faults)
    {
        if (bytes.Length > MostMegabytes * 1024 * 1024)
        {
            faults.Add(PlanFaultKind.TooLarge, MostMegabytes);
            return null;
        }
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            int broken = FindBrokenText(bytes);
            if (broken < 0)
                return JsonElement.Parse(bytes);
            ReadOnlySpan<byte> before = bytes[..broken];
            faults.Add(PlanFaultKind.NotJson, before.Count((byte)'\n') + 1, broken - before.LastIndexOf((byte)'\n'));
        }
        catch (JsonException e)
        {
            faults.Add(PlanFaultKind.NotJson, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
        return null;
    }

    /// <summary>Where the first text stands that no string can hold: bytes that are not UTF-8, halves of surrogate pairs.</summary>
    static int FindBrokenText(ReadOnlySpan<byte> bytes)
    {
        bool isUtf8 = Utf8.IsValid(bytes);
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || (isUtf8 && !reader.ValueIsEscaped))
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return (int)reader.TokenStartIndex;
            }
        }
        return -1;
    }
}
