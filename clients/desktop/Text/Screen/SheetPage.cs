using System.Text;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// What of a sheet is in sight in a panel of some columns and rows, and which of its choices is marked; it knows no screen. Nothing is taken that is not in sight.
/// </summary>
/// <param name="widthOf">How many columns a character takes.</param>
sealed class SheetPage(Func<Rune, int> widthOf)
{
    const string Mark = "> ", NoMark = "  ";

    Sheet? sheet;
    int columns = 1, height = 1, scroll;
    /// <summary>Of a record: its end is shown, whatever comes.</summary>
    bool isAtEnd;
    /// <summary>What was marked has gone, and another choice is marked in its place.</summary>
    bool hasSlipped;

    /// <summary>The choice that is marked, from 0.</summary>
    public int Marked { get; private set; }

    /// <summary>The rows in sight, each with the choice that it belongs to, -1 for none.</summary>
    public IReadOnlyList<(string Text, int Choice)> InSight
    {
        get
        {
            var rows = Rows();
            return [.. rows.Skip(From(rows)).Take(height)];
        }
    }

    /// <summary>The panel's size, in columns and rows.</summary>
    public void Fit(int width, int rows) => (columns, height) = (Math.Max(1, width), Math.Max(1, rows));

    /// <summary>Another sheet, or the same one anew; false where it is shown already.</summary>
    public bool Show(Sheet shown)
    {
        if (ReferenceEquals(sheet, shown))
            return false;
        var before = sheet;
        sheet = shown;
        if (before is null || before.Title != shown.Title || before.IsRecord != shown.IsRecord || !IsSame(before, shown))
            (Marked, scroll, isAtEnd, hasSlipped) = (0, 0, shown.IsRecord, false);
        else
            FindAgain(before, shown);
        return true;
    }

    /// <summary>Of two with the same title, it is the same one anew when it renews itself, or has a choice in common: answers are all titled alike.</summary>
    static bool IsSame(Sheet before, Sheet now) => now.IsRecord || now.Anew is not null || now.Choices.Any(choice => before.Choices.Any(choice.Is));

    /// <summary>Up or down by rows, whatever is marked.</summary>
    public void Scroll(int by)
    {
        var rows = Rows();
        scroll = Math.Clamp(From(rows) + by, 0, Last(rows));
        isAtEnd = sheet?.IsRecord == true && scroll == Last(rows);
    }

    /// <summary>To the choice above; what stands above the first one is read row by row.</summary>
    public void Up()
    {
        if (Marked == 0)
            Scroll(-1);
        else
            MarkAt(Marked - 1);
    }

    /// <summary>To the choice below; what stands above the marked one is read first, row by row.</summary>
    public void Down()
    {
        var rows = Rows();
        if (sheet is not { Choices.Count: > 0 } || rows.FindLastIndex(row => row.Choice == Marked) >= From(rows) + height)
            Scroll(1);
        else
            MarkAt(Marked + 1);
    }

    /// <summary>To where the sheet begins.</summary>
    public void ToStart() => (Marked, scroll, isAtEnd, hasSlipped) = (0, 0, false, false);

    /// <summary>To where the sheet ends.</summary>
    public void ToEnd()
    {
        if (sheet is { Choices.Count: > 0 } shown)
            MarkAt(shown.Choices.Count - 1);
        else
            Scroll(Rows().Count);
    }

    /// <summary>The choice that is marked; null where there is none, or where it was not in sight as what is marked: then it is now.</summary>
    public SheetChoice? Take()
    {
        if (sheet is not { Choices.Count: > 0 } shown)
            return null;
        if (!hasSlipped && IsInSight())
            return shown.Choices[Marked];
        MarkAt(Marked);
        return null;
    }

    /// <summary>Where the choice is now that was marked before: nobody is to take another because somebody has come or gone.</summary>
    void FindAgain(Sheet before, Sheet now)
    {
        if (Marked >= before.Choices.Count)
            return;
        var found = now.Choices.ToList().FindIndex(choice => choice.Is(before.Choices[Marked]));
        hasSlipped |= found < 0;
        Marked = found >= 0 ? found : Math.Clamp(Marked, 0, Math.Max(0, now.Choices.Count - 1));
    }

    /// <summary>Marks a choice, with all of it in sight.</summary>
    void MarkAt(int index)
    {
        Marked = Math.Clamp(index, 0, Math.Max(0, (sheet?.Choices.Count ?? 0) - 1));
        (isAtEnd, hasSlipped) = (false, false);
        var rows = Rows();
        var (from, first, last) = (From(rows), rows.FindIndex(row => row.Choice == Marked), rows.FindLastIndex(row => row.Choice == Marked));
        // Of one that is longer than the panel its beginning is to be seen.
        scroll = first < from ? Math.Max(0, first) : last >= from + height ? Math.Min(first, last - height + 1) : from;
    }

    bool IsInSight()
    {
        var rows = Rows();
        var (from, first, last) = (From(rows), rows.FindIndex(row => row.Choice == Marked), rows.FindLastIndex(row => row.Choice == Marked));
        return first == from || (first > from && last < from + height);
    }

    int From(List<(string Text, int Choice)> rows) => isAtEnd ? Last(rows) : Math.Clamp(scroll, 0, Last(rows));

    int Last(List<(string Text, int Choice)> rows) => Math.Max(0, rows.Count - height);

    List<(string Text, int Choice)> Rows()
    {
        if (sheet is null)
            return [];
        var wrap = new Wrap(columns, widthOf);
        var narrow = new Wrap(Math.Max(1, columns - Mark.Length), widthOf);
        List<(string Text, int Choice)> rows = [.. sheet.Text.SelectMany(line => wrap.Lines(TerminalText.Line(line))).Select(line => (line, -1))];
        if (sheet.Choices.Count > 0 && rows.Count > 0)
            rows.Add(("", -1));
        for (var index = 0; index < sheet.Choices.Count; index++)
        {
            var isFirst = true;
            foreach (var line in narrow.Lines(TerminalText.Line(sheet.Choices[index].Label)))
            {
                rows.Add(((index == Marked && isFirst ? Mark : NoMark) + line, index));
                isFirst = false;
            }
        }
        return rows;
    }
}
