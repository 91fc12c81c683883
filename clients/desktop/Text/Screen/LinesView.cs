using Terminal.Gui.Text;
using Terminal.Gui.ViewBase;

namespace Klapphaus.Desktop.Text;

/// <summary>Lines of text, as many of them as there is room for. Nothing in them is a key or a sequence.</summary>
sealed class LinesView : View
{
    IReadOnlyList<string> lines = [];

    /// <summary>Where there is no room for all, the last are shown; else the first.</summary>
    public bool IsRecord { get; init; }

    /// <summary>Broken at words where they are too long.</summary>
    public void Show(IReadOnlyList<string> text)
    {
        if (lines.SequenceEqual(text))
            return;
        lines = text;
        SetNeedsDraw();
    }

    protected override bool OnDrawingContent(DrawContext? context)
    {
        var wrap = new Wrap(Math.Max(1, Viewport.Width), rune => rune.GetColumns());
        var all = lines.SelectMany(line => wrap.Lines(TerminalText.Line(line)));
        var rows = (IsRecord ? all.TakeLast(Viewport.Height) : all.Take(Viewport.Height)).ToList();
        for (var row = 0; row < rows.Count; row++)
            AddStr(0, row, rows[row]);
        return true;
    }
}
