using System.Globalization;
using Klapphaus.Server.House;

namespace Klapphaus.Server.Files;

/// <summary>What the upload protocol says in headers.</summary>
static class UploadHeaders
{
    public const string Resumable = "Tus-Resumable";
    public const string Version = "Tus-Version";
    public const string Extension = "Tus-Extension";
    public const string MaxSize = "Tus-Max-Size";
    public const string ChecksumAlgorithm = "Tus-Checksum-Algorithm";
    public const string Length = "Upload-Length";
    public const string Offset = "Upload-Offset";
    public const string Metadata = "Upload-Metadata";
    public const string Checksum = "Upload-Checksum";
    public const string Expires = "Upload-Expires";
    public const string Method = "X-HTTP-Method-Override";

    /// <summary>Of the request that carries the bytes.</summary>
    public const string ContentType = "application/offset+octet-stream";

    /// <summary>An upload as somebody wants to begin it; null when what is said cannot be read.</summary>
    public static UploadRequest? ReadRequest(IHeaderDictionary headers)
    {
        var said = headers[Metadata].ToString();
        return ReadNumber(headers, Length) is { } length && UploadMetadata.Read(said) is { } metadata && GrainKey.Of(metadata.GetValueOrDefault("stand")) is { } stand
            ? new(stand, length, metadata.GetValueOrDefault("filename") ?? "", said)
            : null;
    }

    /// <summary>The next bytes of an upload; null when what is said about them cannot be read.</summary>
    public static UploadPiece? ReadPiece(HttpRequest request)
    {
        var checksum = request.Headers.TryGetValue(Checksum, out var said) ? UploadChecksum.Read(said.ToString()) : null;
        if (said.Count > 0 && checksum is null) return null;
        return ReadNumber(request.Headers, Offset) is { } offset ? new(offset, request.Body, request.ContentLength, checksum) : null;
    }

    /// <summary>Says how an upload stands.</summary>
    public static void Write(IHeaderDictionary headers, UploadAnswer answer)
    {
        if (answer.Upload is not { } upload) return;
        headers[Offset] = answer.Offset.ToString(CultureInfo.InvariantCulture);
        headers[Expires] = upload.Expires.ToString("R", CultureInfo.InvariantCulture);
        if (answer.IsDone) headers.ContentLocation = $"{FileEndpoints.Path}/{upload.Id}";
    }

    static long? ReadNumber(IHeaderDictionary headers, string name) =>
        long.TryParse(headers[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
