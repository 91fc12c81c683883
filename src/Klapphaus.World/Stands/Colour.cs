using System.Globalization;

namespace Klapphaus.World.Stands;

/// <summary>A colour of a screen.</summary>
/// <param name="Red">Of 255.</param>
/// <param name="Green">Of 255.</param>
/// <param name="Blue">Of 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>As WCAG 2.2 defines it: 0 for black, 1 for white.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Reads <c>#0a5a86</c>.</summary>
    public static bool TryRead(string text, out Colour colour)
    {
        colour = default;
        if (text.Length != 7 || text[0] != '#' || !text.Skip(1).All(char.IsAsciiHexDigit)) return false;
        var number = int.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        colour = new((byte)(number >> 16), (byte)(number >> 8), (byte)number);
        return true;
    }

    /// <summary>As WCAG 2.2 defines it: 1 for the same colour, 21 for black and white.</summary>
    public double ContrastTo(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>So many 255ths of the way to another colour.</summary>
    public Colour Towards(Colour other, int part) =>
        new(Towards(Red, other.Red, part), Towards(Green, other.Green, part), Towards(Blue, other.Blue, part));

    /// <summary>How far another colour is, in steps of the screen.</summary>
    public double DistanceTo(Colour other) => Math.Sqrt(Square(Red - other.Red) + Square(Green - other.Green) + Square(Blue - other.Blue));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    static double Square(int difference) => (double)difference * difference;

    static byte Towards(byte start, byte end, int part) => (byte)Math.Round(start + (end - start) * part / 255d);

    static double Linear(byte channel)
    {
        var share = channel / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
