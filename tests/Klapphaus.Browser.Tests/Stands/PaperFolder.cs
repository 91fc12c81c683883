using System.IO.Compression;
using System.Text;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>What an exhibitor has on the desk: a logo and three papers; and a page that calls itself a picture.</summary>
sealed class PaperFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("klapphaus-papers-");

    public PaperFolder()
    {
        Logo = Write("Wappen.png", Png(240, 120));
        Papers = [.. new[] { "Leerstand_2026", "Bericht über zwölf Läden", "Satzung" }.Select(title => (Write($"{title}.pdf", Pdf(title)), title.Replace('_', ' ')))];
        Disguised = Write("Foto.png", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray());
    }

    public string Logo { get; }

    public (string Path, string Title)[] Papers { get; }

    public string Disguised { get; }

    public void Dispose() => folder.Delete(recursive: true);

    string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>One empty page of the size A4, with the title in what describes it.</summary>
    static byte[] Pdf(string title) => Encoding.Latin1.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + $"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Title({title})>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n");

    /// <summary>A house's roof, white on green, as the format is written: signature, header, deflated rows, end.</summary>
    static byte[] Png(int width, int height)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0); // no filter
                for (var x = 0; x < width; x++) packed.Write(Math.Abs(x - width / 2) < y && y < height - 20 ? [255, 255, 255] : [0x2f, 0x6b, 0x22]);
            }
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        Chunk(png, "IHDR", [.. Number(width), .. Number(height), 8, 2, 0, 0, 0]);
        Chunk(png, "IDAT", rows.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    static void Chunk(MemoryStream png, string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        png.Write(Number(content.Length));
        png.Write(named);
        png.Write(Number((int)Checksum(named)));
    }

    static byte[] Number(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    /// <summary>CRC-32 as the format wants it.</summary>
    static uint Checksum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var each in content)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
