using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What stands in a field of a stand, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FieldContent")]
public sealed record FieldContent
{
    [Id(0)] public string Text { get; init; } = "";
    [Id(1)] public string Language { get; init; } = "";
    [Id(2)] public string Link { get; init; } = "";
    /// <summary>Id of an uploaded file.</summary>
    [Id(3)] public string File { get; init; } = "";
    /// <summary>Where an item stands in its list.</summary>
    [Id(4)] public long Place { get; init; }

    public static FieldContent Of(StandValue value) => new() { Text = value.Text, Language = value.Language, Link = value.Link, File = value.File, Place = value.Place };

    public StandValue ToValue() => new() { Text = Text, Language = Language, Link = Link, File = File, Place = Place };

    /// <summary>As it is written when a call fails: without what it says.</summary>
    public override string ToString() => "content";
}
