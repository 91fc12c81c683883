using System.Globalization;
using Klapphaus.World.Conversations;

namespace Klapphaus.World.Stands;

/// <summary>A member's card: what it might hand over. Each field is empty or as it is shown.</summary>
public sealed record Card
{
    public const int LongestName = 80;
    public const int LongestAffiliation = 120;
    public const int LongestNote = 500;

    public string Name { get; init; } = "";
    public string Affiliation { get; init; } = "";
    public string Email { get; init; } = "";
    public string Telephone { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>The fields in which something stands.</summary>
    public CardFields Filled =>
        (Name.Length > 0 ? CardFields.Name : CardFields.None)
        | (Affiliation.Length > 0 ? CardFields.Affiliation : CardFields.None)
        | (Email.Length > 0 ? CardFields.Email : CardFields.None)
        | (Telephone.Length > 0 ? CardFields.Telephone : CardFields.None)
        | (Note.Length > 0 ? CardFields.Note : CardFields.None);

    /// <summary>These fields and nothing else.</summary>
    public Card Only(CardFields fields)
    {
        string Kept(CardFields field, string text) => (fields & field) == field ? text : "";

        return new()
        {
            Name = Kept(CardFields.Name, Name),
            Affiliation = Kept(CardFields.Affiliation, Affiliation),
            Email = Kept(CardFields.Email, Email),
            Telephone = Kept(CardFields.Telephone, Telephone),
            Note = Kept(CardFields.Note, Note),
        };
    }

    /// <summary>The card as it is kept. Of no account when faults were found.</summary>
    public Card Read(List<StandFault> faults) => new()
    {
        Name = Text(Name, LongestName, lines: false, ("name", "Name", "name"), faults),
        Affiliation = Text(Affiliation, LongestAffiliation, lines: false, ("affiliation", "Kommune oder Organisation", "affiliation"), faults),
        Email = Reach(Email, ReachChecks.Email, StandFaultKind.EmailUnusable, ReachChecks.LongestEmail, ("email", "E-Mail", "e-mail"), faults),
        Telephone = Reach(
            Telephone, ReachChecks.Telephone, StandFaultKind.TelephoneUnusable, ReachChecks.LongestTelephone, ("telephone", "Telefon", "telephone"), faults),
        Note = Text(Note, LongestNote, lines: true, ("note", "Notiz", "note"), faults),
    };

    /// <summary>As it is written when a call fails: without what stands on it.</summary>
    public override string ToString() => Filled.ToString();

    static string Text(string raw, int longest, bool lines, (string, string, string) field, List<StandFault> faults)
    {
        if (Wording.Clean(raw, longest, lines) is { } text) return text;
        faults.Add(StandFault.Of(StandFaultKind.TooLong, field, longest, raw.Length.ToString(CultureInfo.InvariantCulture)));
        return "";
    }

    static string Reach(
        string raw, Func<string, string?> read, StandFaultKind kind, int longest, (string, string, string) field, List<StandFault> faults)
    {
        if (string.IsNullOrWhiteSpace(raw)) return "";
        if (read(raw) is { } text) return text;
        faults.Add(StandFault.Of(kind, field, longest));
        return "";
    }
}
