using System.Text.Json;
using System.Text.Json.Serialization;
using Klapphaus.World.Files;

namespace Klapphaus.Server.Files;

/// <summary>What the house knows about a file. Nothing of it says who has put it there.</summary>
sealed record FileRecord
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Of this form.</summary>
    public int Version { get; init; } = 1;

    public required string Id { get; init; }

    /// <summary>The stand that it belongs to.</summary>
    public required string Stand { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When the upload began or, when it is here, ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As it is shown; empty as long as the file is on its way.</summary>
    public string Name { get; init; } = "";

    /// <summary>By its content; null as long as the file is on its way.</summary>
    public FileKind? Kind { get; init; }

    /// <summary>Of the content, in hexadecimal digits; empty as long as the file is on its way.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Since when no stand refers to it, as far as anybody has looked; null as long as one does.</summary>
    public DateTimeOffset? LooseSince { get; init; }

    /// <summary>It is all here and may be read.</summary>
    [JsonIgnore]
    public bool IsHere => Kind is not null;

    public string ToJson() => JsonSerializer.Serialize(this, json);

    public static FileRecord Of(ReadOnlySpan<byte> text) => JsonSerializer.Deserialize<FileRecord>(text, json)!;

    public static FileRecord Of(string text) => JsonSerializer.Deserialize<FileRecord>(text, json)!;
}
