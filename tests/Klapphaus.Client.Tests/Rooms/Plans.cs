using Klapphaus.Contracts;

namespace Klapphaus.Client.Tests;

/// <summary>Plans drawn in text: <c>#</c> wall, <c>+</c> furniture, anything else floor.</summary>
static class Plans
{
    public static FloorPlanView Draw(params string[] rows)
    {
        var (width, height) = (rows[0].Length, rows.Length);
        var bytes = ((width * height) + 7) / 8;
        var (walls, furniture) = (new byte[bytes], new byte[bytes]);
        for (var bit = 0; bit < width * height; bit++)
        {
            var tile = rows[bit / width][bit % width];
            if (tile is '#' or '+')
                (tile == '#' ? walls : furniture)[bit / 8] |= (byte)(1 << (bit % 8));
        }
        return new() { Version = "1", Width = width, Height = height, Walls = walls, Furniture = furniture, Areas = [], Doors = [] };
    }

    public static FloorPlanView Empty(int width, int height) => Draw([.. Enumerable.Repeat(new string('.', width), height)]);
}
