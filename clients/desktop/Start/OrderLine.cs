using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klapphaus.Desktop.Start;

/// <summary>How two instances of the program speak with each other: the length of a text in four bytes, and the text in JSON. Nothing is read that is longer.</summary>
static class OrderLine
{
    public const int MostBytes = 16 * 1024;

    static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static async Task WriteAsync<T>(Stream line, T message, CancellationToken cancellation)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(message, form);
        var whole = new byte[sizeof(int) + text.Length];
        BinaryPrimitives.WriteInt32LittleEndian(whole, text.Length);
        text.CopyTo(whole, sizeof(int));
        await line.WriteAsync(whole, cancellation);
        await line.FlushAsync(cancellation);
    }

    /// <summary>Null for what is too long, ends in the middle or is no such message.</summary>
    public static async Task<T?> ReadAsync<T>(Stream line, CancellationToken cancellation)
        where T : class
    {
        try
        {
            var head = new byte[sizeof(int)];
            await line.ReadExactlyAsync(head, cancellation);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (length is <= 0 or > MostBytes) return null;
            var text = new byte[length];
            await line.ReadExactlyAsync(text, cancellation);
            return JsonSerializer.Deserialize<T>(text, form);
        }
        catch (Exception failure) when (failure is JsonException or IOException)
        {
            return null;
        }
    }
}
