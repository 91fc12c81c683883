namespace Klapphaus.World.Files;

/// <summary>What is known about each kind of file.</summary>
public static class FileKinds
{
    public static IReadOnlyList<FileKind> All { get; } = Enum.GetValues<FileKind>();

    /// <summary>By which a browser knows it.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.WebP => "image/webp",
        FileKind.Gif => "image/gif",
        FileKind.Mp4 => "video/mp4",
        FileKind.WebM => "video/webm",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Odp => "application/vnd.oasis.opendocument.presentation",
        FileKind.Odt => "application/vnd.oasis.opendocument.text",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>How names of such files end, the usual ending first.</summary>
    public static IReadOnlyList<string> Endings(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => [".jpg", ".jpeg"],
        FileKind.Mp4 => [".mp4", ".m4v"],
        _ => ["." + kind.Word()],
    };

    /// <summary>The kind in one word: <c>pdf</c>, <c>webp</c>.</summary>
    public static string Word(this FileKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether smaller pictures can be made of it.</summary>
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Png or FileKind.Jpeg or FileKind.WebP or FileKind.Gif;

    /// <summary>Whether it can be played.</summary>
    public static bool IsVideo(this FileKind kind) => kind is FileKind.Mp4 or FileKind.WebM;
}
