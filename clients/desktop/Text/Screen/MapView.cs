using System.Drawing;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.ViewBase;

namespace Klapphaus.Desktop.Text;

/// <summary>The room around oneself; the terminal's cursor stands where one stands, for whoever follows it by ear or with a magnifier.</summary>
sealed class MapView : View
{
    readonly TextVisit visit;
    string drawn = "";

    public MapView(TextVisit visit)
    {
        this.visit = visit;
        CanFocus = true;
        TabStop = TabBehavior.TabStop;
    }

    /// <summary>Draws it again where somebody has moved. Each cell that is drawn goes over the line, so nothing is drawn for nothing.</summary>
    public void Look()
    {
        if (DrawMap() is var (map, _) && Shape(map) != drawn)
            SetNeedsDraw();
    }

    protected override bool OnDrawingContent(DrawContext? context)
    {
        if (DrawMap() is not var (map, own))
        {
            drawn = "";
            AddStr(0, 0, visit.House.Words.Say("text.noRoom"));
            return true;
        }
        drawn = Shape(map);
        for (var row = 0; row < map.Rows; row++)
        {
            for (int column = 0, end; column < map.Columns; column = end)
            {
                var (_, role) = map[column, row];
                for (end = column + 1; end < map.Columns && map[end, row].Role == role;)
                    end++;
                SetAttributeForRole(LookOf(role));
                AddStr(column, row, string.Concat(Enumerable.Range(column, end - column).Select(at => map[at, row].Letter)));
            }
        }
        if (HasFocus)
            Cursor = new() { Position = ViewportToScreen(own), Style = CursorStyle.SteadyBlock };
        return true;
    }

    /// <summary>Colours of the terminal's theme; the characters say the same.</summary>
    static VisualRole LookOf(MapRole role) => role switch
    {
        MapRole.Own => VisualRole.Focus,
        MapRole.Partner => VisualRole.HotActive,
        MapRole.Person or MapRole.Number => VisualRole.HotNormal,
        MapRole.Door => VisualRole.Active,
        MapRole.Furniture => VisualRole.Disabled,
        _ => VisualRole.Normal,
    };

    static string Shape(MapDrawing map) => $"{map.Own} {string.Join('\n', map.Lines)}";

    (MapDrawing Map, Point Own)? DrawMap()
    {
        var picture = visit.House.Picture;
        if (picture.Plan is not { } plan || Viewport.Width < 2 || Viewport.Height < 1)
            return null;
        var partners = (visit.House.Talk?.People ?? []).Select(person => person.Handle).ToHashSet();
        var people = picture.InSight().Where(seen => seen.Handle != picture.Handle).Select(seen =>
            new MapPerson(seen.Position, seen.Person?.Member.Name ?? "", seen.Person?.Availability ?? "", partners.Contains(seen.Handle)));
        var map = MapDrawing.Draw(plan, visit.Connection.Walker.Position, people, Viewport.Width, Viewport.Height);
        return (map, new(map.Own.Column, map.Own.Row));
    }
}
