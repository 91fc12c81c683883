using System.Text.Json;
using Orleans.Storage;

namespace Klapphaus.Server.Store;

/// <summary>Stored state is plain JSON, to be read with redis-cli by whoever has to.</summary>
sealed class JsonGrainSerializer : IGrainStorageSerializer
{
    static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, options));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, options)!;
}
