using System.Drawing;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.Text;
using Terminal.Gui.ViewBase;

namespace Klapphaus.Desktop.Text;

/// <summary>A sheet: its text, and below it what there is to choose, marked by a sign and not only by a colour. The terminal's cursor stands at the choice.</summary>
sealed class PanelView : View
{
    readonly SheetPage page = new(rune => rune.GetColumns());

    public PanelView()
    {
        CanFocus = true;
        TabStop = TabBehavior.TabStop;
    }

    /// <summary>Something was chosen.</summary>
    public event Action<SheetChoice>? Choosing;

    /// <param name="shown">What is to be read.</param>
    public void Show(Sheet shown)
    {
        if (page.Show(shown))
            SetNeedsDraw();
    }

    /// <summary>Up or down by rows, for whoever reads while writing.</summary>
    public void Scroll(int rows) => Turn(() => page.Scroll(rows));

    public int Page => Math.Max(1, Viewport.Height - 1);

    protected override bool OnKeyDown(Key key)
    {
        switch (key.KeyCode)
        {
            case KeyCode.CursorUp:
                Turn(page.Up);
                return true;
            case KeyCode.CursorDown:
                Turn(page.Down);
                return true;
            case KeyCode.Home:
                Turn(page.ToStart);
                return true;
            case KeyCode.End:
                Turn(page.ToEnd);
                return true;
            case KeyCode.Enter:
                SheetChoice? taken = null;
                Turn(() => taken = page.Take());
                if (taken is not null)
                    Choosing?.Invoke(taken);
                return true;
            case KeyCode.Space:
                return true;
            default:
                return false;
        }
    }

    protected override bool OnDrawingContent(DrawContext? context)
    {
        page.Fit(Viewport.Width, Viewport.Height);
        var rows = page.InSight;
        var at = 0;
        for (var row = rows.Count - 1; row >= 0; row--)
        {
            var (text, choice) = rows[row];
            var isMarked = choice == page.Marked;
            SetAttributeForRole(isMarked && HasFocus ? VisualRole.Focus : VisualRole.Normal);
            AddStr(0, row, text);
            if (isMarked)
                at = row;
        }
        if (HasFocus)
            Cursor = new() { Position = ViewportToScreen(new Point(0, at)), Style = CursorStyle.SteadyBlock };
        return true;
    }

    void Turn(Action turn)
    {
        page.Fit(Viewport.Width, Viewport.Height);
        turn();
        SetNeedsDraw();
    }
}
