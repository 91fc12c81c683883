namespace Klapphaus.Desktop.Start;

/// <summary>A command as Windows keeps it, in one text. Paths and links have no quotation marks, which Windows allows in neither.</summary>
static class WindowsCommand
{
    public static string Write(IEnumerable<string> words) => string.Join(' ', words.Select(word => $"\"{word.TrimEnd('\\')}\""));
}
