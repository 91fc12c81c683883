namespace Klapphaus.Grains.Moderation;

/// <summary>Something written that a report takes along.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.ReportedText")]
public sealed record ReportedText([property: Id(0)] long At, [property: Id(1)] string Member, [property: Id(2)] string Name, [property: Id(3)] string Text)
{
    /// <summary>As it is written when a call fails: without what was said.</summary>
    public override string ToString() => "text";
}
