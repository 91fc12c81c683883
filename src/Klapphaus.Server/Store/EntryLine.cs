using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Klapphaus.Server.Store;

/// <summary>
/// A stored entry as one line of JSON, to be read by people too: values that are JSON stand there as such, others as <c>text</c>, and what is neither
/// as <c>bytes</c> in base 64. Every value comes back to the byte.
/// </summary>
static class EntryLine
{
    static readonly string[] kinds = ["string", "hash", "list", "set", "zset"];
    static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly JsonWriterOptions relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Without the line's end.</summary>
    public static byte[] Write(StoredEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("key", entry.Key);
            writer.WriteString("kind", entry.Kind);
            if (entry.Expires is { } expires) writer.WriteNumber("expires", expires);
            writer.WriteStartArray("values");
            foreach (var value in entry.Values) Write(writer, value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">What is wrong with the line.</exception>
    public static StoredEntry Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var (key, kind) = (root.GetProperty("key").GetString() ?? "", root.GetProperty("kind").GetString() ?? "");
            if (!StoreKeys.IsKept(key)) throw new FormatException($"key {key}");
            if (!kinds.Contains(kind)) throw new FormatException($"kind {kind}");
            var values = root.GetProperty("values").EnumerateArray().Select(v => ReadValue(v, kind)).ToList();
            if (values.Count == 0 || (kind == "string" && values.Count != 1)) throw new FormatException($"{values.Count} values");
            return new(key, kind, values, root.TryGetProperty("expires", out var expires) ? expires.GetInt64() : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    static void Write(Utf8JsonWriter writer, StoredValue value)
    {
        writer.WriteStartObject();
        if (value.Field is { } field) writer.WriteString("field", field);
        if (value.Score is { } score) writer.WriteString("score", score.ToString("R", CultureInfo.InvariantCulture));
        if (TextOf(value.Bytes) is not { } text) writer.WriteBase64String("bytes", value.Bytes);
        else if (IsJson(text))
        {
            writer.WritePropertyName("json");
            writer.WriteRawValue(text);
        }
        else writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    static StoredValue ReadValue(JsonElement value, string kind)
    {
        var bytes = value.TryGetProperty("json", out var json) ? strict.GetBytes(json.GetRawText())
            : value.TryGetProperty("text", out var text) ? strict.GetBytes(text.GetString() ?? "")
            : value.GetProperty("bytes").GetBytesFromBase64();
        return new(
            bytes,
            kind == "hash" ? value.GetProperty("field").GetString() : null,
            kind == "zset" ? double.Parse(value.GetProperty("score").GetString() ?? "", CultureInfo.InvariantCulture) : null);
    }

    static string? TextOf(byte[] bytes)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>JSON that fits into a line as it is, without blanks around it that would be lost.</summary>
    static bool IsJson(string text)
    {
        if (text is not (['{', .., '}'] or ['[', .., ']']) || text.AsSpan().IndexOfAny('\n', '\r') >= 0) return false;
        try
        {
            using var parsed = JsonDocument.Parse(text, new() { MaxDepth = 48 }); // inside a line it is three levels deeper, and 64 are read
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
