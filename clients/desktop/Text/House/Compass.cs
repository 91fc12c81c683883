using Klapphaus.Client;

namespace Klapphaus.Desktop.Text;

/// <summary>How far it is to something, and in which direction; north is up.</summary>
static class Compass
{
    static readonly string[] eighths = ["e", "se", "s", "sw", "w", "nw", "n", "ne"];

    /// <summary>"3 Meter im Norden", or "hier".</summary>
    public static string Where(TextWords words, Position from, Position to)
    {
        var metres = (int)Math.Round(from.DistanceTo(to));
        if (metres == 0)
            return words.Say("where.here");
        var eighth = (int)Math.Round(Math.Atan2(to.Y - from.Y, to.X - from.X) / (Math.Tau / eighths.Length));
        return words.Say("where.away", ("count", metres), ("direction", words.Say($"direction.{eighths[(eighth + eighths.Length) % eighths.Length]}")));
    }
}
