using CsvHelper;

namespace Klapphaus.Server.Web;

/// <summary>Tables that are read in the spreadsheets of town halls.</summary>
static class Spreadsheet
{
    public const string MediaType = "text/csv";

    public const string ContentType = MediaType + "; charset=utf-8";

    /// <summary>By the mark at its beginning spreadsheets know that it is UTF-8, and behind an apostrophe nothing in it is a formula that they run.</summary>
    public static byte[] Write(char separator, string[] heads, IEnumerable<string[]> rows)
    {
        using var table = new MemoryStream();
        using (var csv = CsvWriter.Create(table, new CsvWriterOptions { Separator = separator, WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
            foreach (var row in rows.Prepend(heads)) csv.WriteRecord(row);
        return table.ToArray();
    }
}
