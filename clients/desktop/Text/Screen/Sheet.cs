namespace Klapphaus.Desktop.Text;

/// <summary>What stands in the panel at the side: some text, and things to choose from.</summary>
/// <param name="Title">In one line.</param>
/// <param name="Text">Line by line.</param>
/// <param name="Choices">May be none.</param>
/// <param name="Anew">The same sheet as it would be now, or null when it has had its time; null for what does not change by itself.</param>
/// <param name="IsRecord">It goes on at its end: that is shown, until somebody reads back.</param>
sealed record Sheet(string Title, IReadOnlyList<string> Text, IReadOnlyList<SheetChoice> Choices, Func<Sheet?>? Anew = null, bool IsRecord = false);
