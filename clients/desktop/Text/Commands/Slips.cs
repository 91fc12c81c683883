namespace Klapphaus.Desktop.Text;

/// <summary>How far two words are apart, in slips of the fingers: a letter too many, too few, another one, or two that changed places.</summary>
static class Slips
{
    public static int Between(string first, string second)
    {
        var rows = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= second.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                var changed = rows[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                var least = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);
                rows[i, j] = least;
            }
        }
        return rows[first.Length, second.Length];
    }
}
