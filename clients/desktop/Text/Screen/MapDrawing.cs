using System.Globalization;
using System.Text;
using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// A room drawn with characters, around oneself. Each tile is two columns wide and one row high, which is about square on a terminal:
/// <code>
/// ##  wall      ::  furniture      []  door      ..  stand with its number      ,,  table with its number      ==  stage
/// @   oneself   B   Bo             B!  busy      Bz  away                       B+  one talks with Bo
/// </code>
/// </summary>
sealed class MapDrawing
{
    const int TileColumns = 2;

    readonly char[,] letters;
    readonly MapRole[,] roles;
    readonly int left, top;

    MapDrawing(int columns, int rows, int left, int top)
    {
        (Columns, Rows, this.left, this.top) = (columns, rows, left, top);
        (letters, roles) = (new char[rows, columns], new MapRole[rows, columns]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                letters[row, column] = ' ';
        }
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Where oneself is drawn.</summary>
    public (int Column, int Row) Own { get; private set; }

    public (char Letter, MapRole Role) this[int column, int row] => (letters[row, column], roles[row, column]);

    /// <param name="plan">The room.</param>
    /// <param name="own">Where one is oneself.</param>
    /// <param name="people">The others who are in sight.</param>
    /// <param name="columns">So wide is the place to draw in.</param>
    /// <param name="rows">So high is it.</param>
    public static MapDrawing Draw(FloorPlanView plan, Position own, IEnumerable<MapPerson> people, int columns, int rows)
    {
        var (column, row) = TileOf(own);
        var map = new MapDrawing(columns, rows, Start(column, plan.Width, columns / TileColumns), Start(row, plan.Height, rows));
        map.DrawAreas(plan);
        map.DrawTiles(plan);
        foreach (var door in plan.Doors)
            map.Fill(door.X, door.Y, door.Width, door.Height, "[]", MapRole.Door);
        foreach (var person in people)
            map.DrawPerson(person);
        map.Put(column, row, "@ ", MapRole.Own);
        map.Own = ((column - map.left) * TileColumns, row - map.top);
        return map;
    }

    /// <summary>Row by row, without what is only empty at their ends.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new string[Rows];
            for (var row = 0; row < Rows; row++)
                lines[row] = string.Concat(Enumerable.Range(0, Columns).Select(column => letters[row, column])).TrimEnd();
            return lines;
        }
    }

    /// <summary>The first tile that is shown: oneself stays in the middle, but for where the room ends.</summary>
    static int Start(int own, int length, int shown) => Math.Clamp(own - (shown / 2), 0, Math.Max(0, length - shown));

    static (int Column, int Row) TileOf(Position place) => ((int)Math.Floor(place.TileX), (int)Math.Floor(place.TileY));

    static bool IsSet(byte[] bits, int bit) => bit / 8 < bits.Length && (bits[bit / 8] >> (bit % 8) & 1) != 0;

    static char Initial(string name)
    {
        var rune = TerminalText.Line(name).EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit);
        // What takes two columns, or is no letter of the basic plane, would push the row aside.
        return rune.Value is > 0 and < 0x1100 && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherLetter ? char.ToUpperInvariant((char)rune.Value) : '?';
    }

    void DrawAreas(FloorPlanView plan)
    {
        // The largest first: a stand inside a hall lies on top of it.
        foreach (var area in plan.Areas.OrderByDescending(area => (long)area.Width * area.Height))
        {
            var floor = area.Kind switch { "stand" => "..", "table" => ",,", "stage" => "==", _ => "  " };
            Fill(area.X, area.Y, area.Width, area.Height, floor, floor == "  " ? MapRole.Floor : MapRole.Area);
            if (area.Number <= 0 || area.Kind is not ("stand" or "table"))
                continue;
            var (column, row) = TileOf(PlanPlaces.Middle(area));
            var number = area.Number.ToString(CultureInfo.InvariantCulture);
            Write(((column - left) * TileColumns) - ((number.Length - 1) / 2), row - top, number, MapRole.Number);
        }
    }

    void DrawTiles(FloorPlanView plan)
    {
        for (var row = top; row < Math.Min(plan.Height, top + Rows); row++)
        {
            for (var column = left; column < Math.Min(plan.Width, left + (Columns / TileColumns)); column++)
            {
                var bit = (row * plan.Width) + column;
                if (IsSet(plan.Walls, bit))
                    Put(column, row, "##", MapRole.Wall);
                else if (IsSet(plan.Furniture, bit))
                    Put(column, row, "::", MapRole.Furniture);
            }
        }
    }

    void DrawPerson(MapPerson person)
    {
        var (column, row) = TileOf(person.Place);
        var mark = person.IsPartner ? '+' : person.Availability switch { "busy" => '!', "away" => 'z', _ => ' ' };
        Put(column, row, $"{Initial(person.Name)}{mark}", person.IsPartner ? MapRole.Partner : MapRole.Person);
    }

    /// <summary>Each tile that a rectangle touches; the rectangle in 1/32 tile.</summary>
    void Fill(int x, int y, int width, int height, string tile, MapRole role)
    {
        const int unit = Protocol.UnitsPerTile;
        for (var row = y / unit; row <= (y + Math.Max(height, 1) - 1) / unit; row++)
        {
            for (var column = x / unit; column <= (x + Math.Max(width, 1) - 1) / unit; column++)
                Put(column, row, tile, role);
        }
    }

    void Put(int column, int row, string tile, MapRole role) => Write((column - left) * TileColumns, row - top, tile, role);

    void Write(int column, int row, string text, MapRole role)
    {
        if (row < 0 || row >= Rows)
            return;
        for (var at = 0; at < text.Length; at++)
        {
            if (column + at < 0 || column + at >= Columns)
                continue;
            (letters[row, column + at], roles[row, column + at]) = (text[at], role);
        }
    }
}
