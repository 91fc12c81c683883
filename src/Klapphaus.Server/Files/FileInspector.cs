using Klapphaus.World.Files;
using Microsoft.Win32.SafeHandles;

namespace Klapphaus.Server.Files;

/// <summary>Looks into a file what it is: at its first bytes and, of a zip, at its last ones and its directory. That is at most 4 MB, and nothing is unpacked.</summary>
static class FileInspector
{
    public static async Task<(FileKind? Kind, FileFault Fault)> InspectAsync(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        var length = RandomAccess.GetLength(file);
        if (length == 0) return (null, FileFault.Empty);
        var head = await ReadAsync(file, 0, Math.Min(length, FileSignature.Head));
        if (FileSignature.Of(head) is { } kind) return (kind, FileFault.None);
        return FileSignature.IsZip(head) ? await JudgeZipAsync(file, length, head) : (null, FileFault.KindNotAllowed);
    }

    static async Task<(FileKind? Kind, FileFault Fault)> JudgeZipAsync(SafeFileHandle file, long length, byte[] head)
    {
        var tail = Math.Min(length, ZipDirectory.LargestTail);
        if (ZipDirectory.FindEnd(await ReadAsync(file, length - tail, tail), length) is not { } end) return (null, FileFault.KindNotAllowed);
        var directory = await ReadAsync(file, end.Offset, end.Length);
        return ZipDirectory.Read(directory, end.Entries) is { } entries ? OfficeFile.Judge(entries, head, end.Offset) : (null, FileFault.KindNotAllowed);
    }

    static async Task<byte[]> ReadAsync(SafeFileHandle file, long from, long count)
    {
        var bytes = new byte[count];
        var read = 0;
        while (read < count)
        {
            var more = await RandomAccess.ReadAsync(file, bytes.AsMemory(read), from + read);
            if (more == 0) throw new EndOfStreamException("The file has become shorter while it was looked at.");
            read += more;
        }
        return bytes;
    }
}
