using System.Text;

namespace Klapphaus.Desktop.Text;

/// <summary>Breaks lines at words, so that they fit into so many columns.</summary>
/// <param name="columns">At least one.</param>
/// <param name="widthOf">How many columns a character takes.</param>
sealed class Wrap(int columns, Func<Rune, int> widthOf)
{
    public IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            var width = Width(word);
            if (used > 0 && used + 1 + width > columns)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }
            if (used > 0)
            {
                line.Append(' ');
                used++;
            }
            foreach (var rune in word.EnumerateRunes())
            {
                // A word that is longer than a line.
                if (used > 0 && used + widthOf(rune) > columns)
                {
                    yield return line.ToString();
                    line.Clear();
                    used = 0;
                }
                line.Append(rune);
                used += widthOf(rune);
            }
        }
        yield return line.ToString();
    }

    int Width(string word) => word.EnumerateRunes().Sum(rune => widthOf(rune));
}
