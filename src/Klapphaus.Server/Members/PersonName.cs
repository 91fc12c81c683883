using System.Globalization;
using System.Text;

namespace Klapphaus.Server.Members;

/// <summary>Names and affiliations as people write them: any script, in one normal form, nothing that cannot be seen.</summary>
static class PersonName
{
    public const int MaxName = 40;
    public const int MaxAffiliation = 60;

    /// <summary>The name as it is shown; null when it cannot be used.</summary>
    public static string? Clean(string? raw) => Clean(raw, MaxName) is { Length: > 0 } name ? name : null;

    /// <summary>The affiliation as it is shown, empty when there is none; null when it cannot be used.</summary>
    public static string? CleanAffiliation(string? raw) => Clean(raw, MaxAffiliation);

    static string? Clean(string? raw, int longest)
    {
        if (raw is null) return "";
        if (raw.Length > 8 * longest) return null; // normalising is not free
        string normal;
        try
        {
            normal = string.Join(' ', raw.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (ArgumentException)
        {
            return null; // half a surrogate pair
        }
        return normal.EnumerateRunes().Any(Invisible) || new StringInfo(normal).LengthInTextElements > longest ? null : normal;
    }

    /// <summary>Control and format characters could reorder or hide what stands beside them; half a surrogate pair is read as the replacement character.</summary>
    static bool Invisible(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
