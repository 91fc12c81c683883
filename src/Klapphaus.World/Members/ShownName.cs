namespace Klapphaus.World.Members;

/// <summary>A name as it is shown in one room: as its owner has it, and with a number where it would look like somebody else's.</summary>
/// <param name="Own">As its owner has it.</param>
/// <param name="Number">Stands behind it; 0 for none.</param>
public readonly record struct ShownName(string Own, int Number)
{
    /// <summary>As people read it: <c>Thomas Müller (2)</c>.</summary>
    public string Text => Own + Ending(Number);

    /// <summary>Takes apart what was shown with that number.</summary>
    public static ShownName Of(string text, int number)
    {
        var ending = Ending(number);
        return text.EndsWith(ending, StringComparison.Ordinal) ? new(text[..^ending.Length], number) : new(text, 0);
    }

    static string Ending(int number) => number == 0 ? "" : $" ({number})";
}
