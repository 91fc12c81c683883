using System.Globalization;

namespace Klapphaus.World.Stands;

/// <summary>One thing that is wrong with a field, for the person who fills it in: which field, what its limit is, and what to do.</summary>
/// <param name="Kind">For programs.</param>
/// <param name="Field">The field as it travels.</param>
/// <param name="Limit">So much is allowed; 0 where it is no matter of how much.</param>
/// <param name="Detail">How much there is, what is there twice, or the colour that would do; else empty.</param>
/// <param name="German">A whole sentence or two.</param>
/// <param name="English">The same.</param>
public sealed record StandFault(StandFaultKind Kind, string Field, int Limit, string Detail, string German, string English)
{
    /// <summary>In German for "de" and its regions, else in English.</summary>
    public string Reason(string language) => language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    internal static StandFault Of(StandFaultKind kind, StandField field, int limit = 0, string detail = "")
    {
        if (!Enum.IsDefined(field.Part)) return Of(kind, ("?", "?", "?"), limit, detail);
        var rule = StandParts.RuleOf(field.Part);
        return Of(kind, (field.ToString(), rule.German, rule.English), limit, detail);
    }

    internal static StandFault Of(StandFaultKind kind, (string Name, string German, string English) field, int limit = 0, string detail = "")
    {
        var (german, english) = StandFaultTexts.Of(kind);
        return new(kind, field.Name, limit, detail, Fill(german, field.German, limit, detail), Fill(english, field.English, limit, detail));
    }

    static string Fill(string text, string field, int limit, string detail) => string.Format(CultureInfo.InvariantCulture, text, field, limit, detail);
}
