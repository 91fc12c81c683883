using System.Text.Json.Serialization;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>A place on a floor, in tiles, or on a page, in pixels.</summary>
sealed class Place
{
    [JsonPropertyName("x")]
    public double X { get; set; }

    [JsonPropertyName("y")]
    public double Y { get; set; }

    public double To(Place other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));

    public override string ToString() => $"({X:0.00}, {Y:0.00})";
}
