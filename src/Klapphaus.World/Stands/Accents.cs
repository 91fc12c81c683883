namespace Klapphaus.World.Stands;

/// <summary>Colours that stands are known by. Text stands on them, in white or in the house's ink, and has to be readable.</summary>
public static class Accents
{
    /// <summary>WCAG 2.2, 1.4.3.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>What the house writes with on a light ground.</summary>
    public static readonly Colour Ink = new(0x1f, 0x2a, 0x37);

    /// <summary>In which colour text stands on it: white or ink, whichever reads better.</summary>
    public static Colour TextOn(Colour accent) => accent.ContrastTo(Colour.White) >= accent.ContrastTo(Ink) ? Colour.White : Ink;

    /// <summary>Text on it can be read.</summary>
    public static bool Holds(Colour accent) => accent.ContrastTo(TextOn(accent)) >= LeastContrast;

    /// <summary>The colour itself when it holds; else the nearer of the first that does on the way to black and the first on the way to white.</summary>
    public static Colour Nearest(Colour accent)
    {
        var (darker, lighter) = (First(accent, Colour.Black), First(accent, Colour.White));
        return accent.DistanceTo(darker) <= accent.DistanceTo(lighter) ? darker : lighter;
    }

    /// <summary>Black and white hold, so that there is always one.</summary>
    static Colour First(Colour accent, Colour end)
    {
        var part = 0;
        while (!Holds(accent.Towards(end, part))) part++;
        return accent.Towards(end, part);
    }
}
