using Klapphaus.Server.Web;

namespace Klapphaus.Server.Members;

/// <summary>Answers a list of guests in kind: with a link for each, or with what is wrong.</summary>
static class GuestListWriter
{
    /// <summary>A table with everybody's link.</summary>
    public static byte[] Links(GuestList list, string[] links, bool german) => Spreadsheet.Write(
        list.Separator,
        german ? ["Name", "Ort oder Einrichtung", "Rolle", "Link"] : ["name", "affiliation", "role", "link"],
        list.Guests.Select((g, i) => new[] { g.Name, g.Affiliation, g.RoleWord, links[i] }));

    /// <summary>A table of the lines that cannot be used.</summary>
    public static byte[] Faults(GuestList list, bool german) => Spreadsheet.Write(
        list.Separator,
        german ? ["Zeile", "Name", "Ort oder Einrichtung", "Rolle", "Fehler"] : ["line", "name", "affiliation", "role", "fault"],
        list.Guests.Where(g => g.Fault != GuestFault.None).Select(g => new[] { $"{g.Number}", g.Name, g.Affiliation, g.RoleWord, Words(g.Fault, german) }));

    static string Words(GuestFault fault, bool german) => fault switch
    {
        GuestFault.Name => german ? $"Ein Name hat 1 bis {PersonName.MaxName} sichtbare Zeichen." : $"A name has 1 to {PersonName.MaxName} visible characters.",
        GuestFault.Affiliation => german
            ? $"Ort oder Einrichtung hat höchstens {PersonName.MaxAffiliation} sichtbare Zeichen."
            : $"A town or company has at most {PersonName.MaxAffiliation} visible characters.",
        _ => german ? "Diese Rolle gibt es nicht. Möglich: Gast, Standbetreuung, Moderation, Veranstalter." : "There is no such role. Possible: guest, host, moderator, organiser.",
    };
}
