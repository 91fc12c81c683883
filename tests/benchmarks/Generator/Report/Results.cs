using System.Text;
using System.Text.Json;
using Klapphaus.Benchmarks.Generator.Measuring;

namespace Klapphaus.Benchmarks.Generator.Report;

/// <summary>Runs as they are kept between two calls of this program (a line each), and as they are handed out: JSON and a table.</summary>
static class Results
{
    static readonly JsonSerializerOptions line = new(JsonSerializerDefaults.Web);
    static readonly JsonWriterOptions indented = new() { Indented = true };

    public static void Append(string file, Measurement measurement) => File.AppendAllText(file, JsonSerializer.Serialize(measurement, line) + "\n");

    public static List<Row> Read(string file) => Row.Of(File.ReadLines(file).Select(text => JsonSerializer.Deserialize<Measurement>(text, line)!));

    public static void Write(string file, List<Row> rows)
    {
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream, indented);
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var row in rows) Write(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>In Markdown, with the figures that some row has.</summary>
    public static string Table(List<Row> rows)
    {
        List<string> columns = [.. Figures.All.Where(name => rows.Exists(row => row.Figures[name] is not null))];
        var table = new StringBuilder();
        table.AppendLine($"| peer | workload | walkers | runs | {string.Join(" | ", columns)} |");
        table.AppendLine($"|---|---|---{string.Concat(Enumerable.Repeat("|---", columns.Count + 1))}|");
        foreach (var row in rows)
        {
            var figures = string.Join(" | ", columns.Select(name => row.Figures[name]?.ToString("0.###")));
            table.AppendLine($"| {row.Peer} | {row.Workload} | {row.Walkers} | {row.Runs} | {figures} |");
        }
        return table.ToString();
    }

    static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        json.WriteString("peer", row.Peer);
        json.WriteString("workload", row.Workload);
        json.WriteNumber("walkers", row.Walkers);
        json.WriteNumber("runs", row.Runs);
        foreach (var name in Figures.All)
        {
            if (row.Figures[name] is { } figure) json.WriteNumber(name, figure);
            else json.WriteNull(name);
        }
        json.WriteEndObject();
    }
}
