namespace Klapphaus.World.Files;

/// <summary>What may be put into the house. Everything else is refused.</summary>
public enum FileKind
{
    Pdf,
    Png,
    Jpeg,
    WebP,
    Gif,
    Mp4,
    WebM,
    Pptx,
    Docx,
    Xlsx,
    Odp,
    Odt,
}
