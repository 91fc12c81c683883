using System.Globalization;
using System.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>A terminal of some rows and columns, as far as a program on the whole screen needs one: it places characters, clears, and answers what it is asked.</summary>
/// <param name="rows">Its height.</param>
/// <param name="columns">Its width.</param>
sealed class TerminalScreen(int rows, int columns)
{
    readonly char[,] cells = Empty(rows, columns);
    readonly StringBuilder sequence = new();
    bool isInSequence;
    int row, column;

    /// <summary>Row by row, without the spaces at their ends.</summary>
    public string[] Lines => [.. Enumerable.Range(0, rows).Select(y => string.Concat(Enumerable.Range(0, columns).Select(x => cells[y, x])).TrimEnd())];

    public override string ToString() => string.Join('\n', Lines);

    /// <summary>Shows what comes from the program.</summary>
    /// <returns>What the terminal answers.</returns>
    public string Feed(string output)
    {
        var answers = new StringBuilder();
        foreach (var letter in output)
        {
            if (isInSequence)
            {
                sequence.Append(letter);
                if (!IsWhole()) continue;
                isInSequence = false;
                answers.Append(Obey(sequence.ToString()));
                sequence.Clear();
            }
            else if (letter == '\e') isInSequence = true;
            else Place(letter);
        }
        return answers.ToString();
    }

    static char[,] Empty(int rows, int columns)
    {
        var empty = new char[rows, columns];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++) empty[y, x] = ' ';
        }
        return empty;
    }

    bool IsWhole()
    {
        var last = sequence[^1];
        return sequence[0] switch
        {
            '[' => sequence.Length > 1 && last is >= '@' and <= '~',
            ']' or 'P' or '_' or '^' => last == '\a' || (sequence.Length > 1 && last == '\\' && sequence[^2] == '\e'),
            '(' or ')' or '#' => sequence.Length == 2,
            _ => true,
        };
    }

    string Obey(string said)
    {
        if (said[0] != '[') return "";
        var numbers = said[1..^1].Split(';').Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0).ToArray();
        var (first, second) = (numbers[0], numbers.ElementAtOrDefault(1));
        switch (said[^1])
        {
            case 'H' or 'f':
                (row, column) = (Math.Clamp(first - 1, 0, rows - 1), Math.Clamp(second - 1, 0, columns - 1));
                break;
            case 'A':
                row = Math.Max(0, row - Math.Max(1, first));
                break;
            case 'B':
                row = Math.Min(rows - 1, row + Math.Max(1, first));
                break;
            case 'C':
                column = Math.Min(columns - 1, column + Math.Max(1, first));
                break;
            case 'D':
                column = Math.Max(0, column - Math.Max(1, first));
                break;
            case 'G':
                column = Math.Clamp(first - 1, 0, columns - 1);
                break;
            case 'J' when first >= 2:
                Clear(0, 0, rows * columns);
                break;
            case 'J':
                Clear(row, column, rows * columns);
                break;
            case 'K':
                Clear(row, first == 0 ? column : 0, first == 1 ? column + 1 : columns - (first == 0 ? column : 0));
                break;
            case 't' when first == 18:
                return $"\e[8;{rows};{columns}t";
            case 'n' when said is "[6n":
                return $"\e[{row + 1};{column + 1}R";
            case 'c' when said is "[c" or "[0c":
                return "\e[?1;2c";
        }
        return "";
    }

    void Clear(int fromRow, int fromColumn, int count)
    {
        for (var at = (fromRow * columns) + fromColumn; count > 0 && at < rows * columns; at++, count--) cells[at / columns, at % columns] = ' ';
    }

    void Place(char letter)
    {
        switch (letter)
        {
            case '\r':
                column = 0;
                return;
            case '\n':
                row = Math.Min(rows - 1, row + 1);
                return;
            case '\b':
                column = Math.Max(0, column - 1);
                return;
            case < ' ':
                return;
        }
        // Right of the last column nothing is placed; a program on the whole screen says where it goes on.
        if (column < columns) cells[row, column++] = letter;
    }
}
