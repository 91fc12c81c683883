using System.Text;

namespace Klapphaus.World.Members;

/// <summary>To which alphabet a letter belongs, as far as one can pass for another.</summary>
static class Alphabets
{
    static readonly (int First, int Last)[] latin =
    [
        ('A', 'Z'), ('a', 'z'), (0xAA, 0xAA), (0xB5, 0xB5), (0xBA, 0xBA), (0xC0, 0x2AF), // up to the phonetic ones
        (0x1D00, 0x1D25), (0x1D2C, 0x1D5C), (0x1D62, 0x1D65), (0x1D6B, 0x1D77), (0x1D79, 0x1DBE), // small capitals, raised and lowered letters
        (0x1E00, 0x1EFF), (0x2071, 0x209C), (0x2C60, 0x2C7F), (0xA722, 0xA7FF), (0xAB30, 0xAB64), (0xFB00, 0xFB06),
    ];

    /// <summary>Greek and Coptic, Cyrillic, Armenian, Cherokee, Lisu: each has letters that nobody can tell from Latin ones.</summary>
    static readonly (int First, int Last)[] similar =
    [
        (0x370, 0x3FF), (0x1D26, 0x1D2A), (0x1D5D, 0x1D61), (0x1D66, 0x1D6A), (0x1F00, 0x1FFF), (0x2C80, 0x2CFF),
        (0x400, 0x52F), (0x1C80, 0x1C8F), (0x1D2B, 0x1D2B), (0x1D78, 0x1D78), (0xA640, 0xA69F),
        (0x531, 0x588), (0x13A0, 0x13FF), (0xAB70, 0xABBF), (0xA4D0, 0xA4FF),
    ];

    public static bool IsLatin(Rune letter) => Among(latin, letter);

    public static bool HasLatinLookAlikes(Rune letter) => Among(similar, letter);

    static bool Among((int First, int Last)[] ranges, Rune letter) => Array.Exists(ranges, range => letter.Value >= range.First && letter.Value <= range.Last);
}
