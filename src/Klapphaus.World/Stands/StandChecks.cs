using System.Globalization;
using Klapphaus.World.Conversations;
using Klapphaus.World.Moderation;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Stands;

/// <summary>Reads what a host wants to put into a field, cleans it, and says what is wrong with it.</summary>
sealed class StandChecks(StandField field, List<StandFault> faults)
{
    static readonly StandValue empty = new();

    /// <summary>What will stand in the field; null when nothing does. Of no account when faults were found.</summary>
    public static StandValue? Read(StandField field, StandValue? raw, List<StandFault> faults)
    {
        var checks = new StandChecks(field, faults);
        if (raw is not null) return checks.Read(StandParts.RuleOf(field.Part), raw);
        if (field.Part == StandPart.Name) checks.Add(StandFaultKind.Missing);
        return null;
    }

    StandValue? Read(PartRule rule, StandValue raw)
    {
        var value = new StandValue
        {
            Text = Text(rule, raw.Text),
            File = rule.TakesFile ? File(raw.File) : "",
            Link = rule.TakesLink ? Link(raw.Link) : "",
            Language = rule.TakesLanguage ? Language(raw.Language, rule.NeedsLanguage) : "",
        };
        if (faults.Count > 0) return value;
        if (!StandParts.IsList(field.Part) && !rule.NeedsText && value == empty) return null;
        if (rule.NeedsText && value.Text.Length == 0) Add(field.Part == StandPart.Pictures ? StandFaultKind.DescriptionMissing : StandFaultKind.Missing);
        if (rule.NeedsSource && value.File.Length + value.Link.Length == 0) Add(StandFaultKind.SourceMissing);
        if (rule.NeedsSource && value.File.Length > 0 && value.Link.Length > 0) Add(StandFaultKind.TwoSources);
        return value;
    }

    string Text(PartRule rule, string raw)
    {
        if (Wording.Clean(raw, rule.Longest, rule.HasLines) is not { } text)
        {
            Add(StandFaultKind.TooLong, rule.Longest, raw.Length.ToString(CultureInfo.InvariantCulture));
            return "";
        }
        if (text.Length == 0) return text;
        if (field.Part == StandPart.Hours && OpeningHours.Read(text) is null) Add(StandFaultKind.HoursUnreadable);
        return field.Part == StandPart.Accent ? Accent(text) : text;
    }

    string Accent(string text)
    {
        if (!Colour.TryRead(text, out var colour)) Add(StandFaultKind.ColourUnusable);
        else if (!Accents.Holds(colour)) Add(StandFaultKind.ContrastTooLow, 0, Accents.Nearest(colour).ToString());
        return colour.ToString();
    }

    string File(string raw)
    {
        if (raw.Length > 0 && !Words.IsId(raw)) Add(StandFaultKind.FileUnusable);
        return raw;
    }

    string Link(string raw)
    {
        if (string.IsNullOrWhiteSpace(raw)) return "";
        if (StandLinks.Read(raw) is { } link) return link;
        Add(StandFaultKind.LinkUnusable, StandLinks.Longest);
        return "";
    }

    string Language(string raw, bool needed)
    {
        if (raw.Length == 0 && needed) Add(StandFaultKind.LanguageMissing);
        if (raw.Length == 0) return "";
        if (StandLanguages.Read(raw) is { } language) return language;
        Add(StandFaultKind.LanguageUnknown, 0, raw.Length > StandLanguages.Longest ? raw[..StandLanguages.Longest] : raw);
        return "";
    }

    void Add(StandFaultKind kind, int limit = 0, string detail = "") => faults.Add(StandFault.Of(kind, field, limit, detail));
}
