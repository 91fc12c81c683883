using System.Text.Json.Serialization;

namespace Klapphaus.Server.Files;

/// <summary>An upload, as it is written down beside what has come of it. It is gone when the upload's time is over, with the name of who sends it.</summary>
sealed record UploadInfo
{
    /// <summary>Of this form.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Of the upload, and of the file that comes out of it.</summary>
    public required string Id { get; init; }

    public required string Stand { get; init; }

    /// <summary>The member who sends it; nobody else goes on with it.</summary>
    public required string By { get; init; }

    /// <summary>Bytes that are to come.</summary>
    public required long Length { get; init; }

    /// <summary>As the sender's machine calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What the sender has said about it, as it was said: it is given back with the offset.</summary>
    public required string Metadata { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    [JsonIgnore]
    public DateTimeOffset Expires => At + FilesOptions.UploadTime;

    /// <summary>The file that it is to become, for which room is taken.</summary>
    public FileRecord ToRecord() => new() { Id = Id, Stand = Stand, Length = Length, At = At };
}
