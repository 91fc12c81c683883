using System.Text;
using CsvHelper;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members;

/// <summary>Reads lists of guests as spreadsheets write them: UTF-8 or Windows-1252, with semicolons or commas, headed in German or English.</summary>
static class GuestListReader
{
    public const int MostLines = 2000;
    public const int MostBytes = 256 * 1024;

    static readonly string[] nameHeads = ["name", "vor- und nachname", "gast", "guest"];
    static readonly string[] affiliationHeads = ["affiliation", "ort oder einrichtung", "ort", "einrichtung", "stadt", "kommune", "organisation", "firma", "town", "company"];
    static readonly string[] roleHeads = ["role", "rolle"];

    static readonly Dictionary<string, Role> roles = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Role.Guest, ["gast"] = Role.Guest, ["guest"] = Role.Guest,
        ["standbetreuung"] = Role.Host, ["host"] = Role.Host,
        ["moderation"] = Role.Moderator, ["moderator"] = Role.Moderator, ["moderatorin"] = Role.Moderator,
        ["veranstalter"] = Role.Organiser, ["veranstalterin"] = Role.Organiser, ["organiser"] = Role.Organiser, ["organizer"] = Role.Organiser,
    };

    /// <summary>The list; null when it is none, is empty, or too long.</summary>
    public static GuestList? Read(byte[] content)
    {
        var text = Decode(content);
        var separator = SeparatorOf(text);
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = separator, TrackLineNumbers = true });
        string[] heads = [.. csv.Headers];
        var (name, affiliation, role) = (Column(heads, nameHeads), Column(heads, affiliationHeads), Column(heads, roleHeads));
        if (name < 0) return null;

        var guests = new List<GuestLine>();
        while (csv.Read())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
            if (guests.Count == MostLines) return null;
            guests.Add(Line((int)csv.LineNumber, Cell(cells, name), Cell(cells, affiliation), Cell(cells, role)));
        }
        return guests.Count == 0 ? null : new(separator, guests);
    }

    static GuestLine Line(int number, string name, string affiliation, string roleWord)
    {
        var known = roles.TryGetValue(roleWord, out var role);
        var (cleanName, cleanAffiliation) = (PersonName.Clean(name), PersonName.CleanAffiliation(affiliation));
        var fault = cleanName is null ? GuestFault.Name : cleanAffiliation is null ? GuestFault.Affiliation : known ? GuestFault.None : GuestFault.Role;
        return new(number, cleanName ?? name, cleanAffiliation ?? affiliation, roleWord, role, fault);
    }

    /// <summary>What is not UTF-8 was written by a spreadsheet on Windows.</summary>
    static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }

    static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var head = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return head.Count(';') > head.Count(',') ? ';' : ',';
    }

    static int Column(string[] heads, string[] words) => Array.FindIndex(heads, head => words.Contains(head.Trim(), StringComparer.OrdinalIgnoreCase));

    static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";
}
