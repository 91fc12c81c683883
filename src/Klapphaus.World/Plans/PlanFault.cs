namespace Klapphaus.World.Plans;

/// <summary>One thing that is wrong with a plan, for the person who draws it: where, what, and what to do.</summary>
/// <param name="Kind">For programs.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Layer">The layer in it, or empty.</param>
/// <param name="Item">The object as one finds it in Tiled, as in "stand 7 (#23)", or empty.</param>
/// <param name="German">A whole sentence or two.</param>
/// <param name="English">The same.</param>
public sealed record PlanFault(PlanFaultKind Kind, string File, string Layer, string Item, string German, string English)
{
    /// <summary>In German for "de" and its regions, else in English.</summary>
    public string Reason(string language) => language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    /// <summary>A line for a log or a terminal.</summary>
    public string Line(string language) =>
        string.Join(", ", new[] { File, Layer, Item }.Where(part => part.Length > 0)) + ": " + Reason(language);

    public override string ToString() => Line("en");
}
