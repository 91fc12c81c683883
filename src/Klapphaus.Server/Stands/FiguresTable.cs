using System.Globalization;
using Klapphaus.Contracts;
using Klapphaus.Server.Web;

namespace Klapphaus.Server.Stands;

/// <summary>A stand's figures as a table for spreadsheets: a line for each number.</summary>
static class FiguresTable
{
    /// <summary>German spreadsheets take a comma for part of a number.</summary>
    const char Separator = ';';

    static readonly (string German, string English)[] lengths =
    [
        ("Besuche unter 1 Minute", "visits of under 1 minute"), ("Besuche von 1 bis 5 Minuten", "visits of 1 to 5 minutes"), ("Besuche von 5 bis 15 Minuten", "visits of 5 to 15 minutes"),
        ("Besuche von 15 bis 60 Minuten", "visits of 15 to 60 minutes"), ("Besuche von mehr als einer Stunde", "visits of more than an hour"),
    ];

    public static byte[] Of(StandFiguresView figures, bool german) => Spreadsheet.Write(
        Separator, german ? ["Von", "Bis", "Was", "Anzahl"] : ["from", "to", "what", "number"], figures.Periods.SelectMany(p => Rows(p, german)));

    static IEnumerable<string[]> Rows(StandPeriodView period, bool german)
    {
        yield return Row(period, german ? "Besuche" : "visits", $"{period.Visits}");
        foreach (var (stay, words) in period.Stays.Zip(lengths))
            yield return Row(period, german ? words.German : words.English, stay is { } number ? $"{number}" : german ? "nicht gezeigt, zum Schutz Einzelner" : "not shown, to protect individuals");
        foreach (var material in period.Materials)
        {
            var title = material.Title.Length > 0 ? material.Title : german ? "eine Unterlage, die nicht mehr da ist" : "a material that is not there any more";
            yield return Row(period, german ? $"Mitgenommen: {title}" : $"taken along: {title}", $"{material.Taken}");
        }
    }

    static string[] Row(StandPeriodView period, string what, string number) => [Day(period.First), Day(period.Last), what, number];

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
