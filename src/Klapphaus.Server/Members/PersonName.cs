using System.Globalization;
using System.Text;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members;

/// <summary>Names and affiliations as people write them: any script, in one normal form, nothing that cannot be seen.</summary>
static class PersonName
{
    public const int MaxName = 40;
    public const int MaxAffiliation = 60;
    public const int MaxLabel = 80;

    /// <summary>The name as it is shown; null when it cannot be used.</summary>
    public static string? Clean(string? raw) => Clean(raw, MaxName) is { Length: > 0 } name ? name : null;

    /// <summary>The name as it is shown, or why somebody of that role cannot have it.</summary>
    public static (string? Name, ErrorCode Error) Choose(string? raw, string role) =>
        Clean(raw) is not { } name ? (null, ErrorCode.NameUnusable)
        : NameShape.Misleads(name, Roles.Of(role)) ? (null, ErrorCode.NameTaken)
        : (name, ErrorCode.None);

    /// <summary>The affiliation as it is shown, empty when there is none; null when it cannot be used.</summary>
    public static string? CleanAffiliation(string? raw) => Clean(raw, MaxAffiliation);

    /// <summary>What an organiser calls something, as it is shown; null when it cannot be used.</summary>
    public static string? CleanLabel(string? raw) => Clean(raw, MaxLabel) is { Length: > 0 } label ? label : null;

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
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0; // letters and signs without ink
}
