namespace Klapphaus.Desktop.Text;

/// <summary>Something to choose.</summary>
/// <param name="Label">In one line.</param>
/// <param name="ChooseAsync">Does it, and says what comes next.</param>
/// <param name="Key">By which it is found again in the same sheet anew, whatever is said of it then; null for the label.</param>
sealed record SheetChoice(string Label, Func<Task<SheetStep>> ChooseAsync, string? Key = null)
{
    public bool Is(SheetChoice other) => (Key ?? Label) == (other.Key ?? other.Label);
}
