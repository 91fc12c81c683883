namespace Klapphaus.World.Stands;

/// <summary>What stands in a field. Which of these count depends on the part; the others are empty.</summary>
public sealed record StandValue
{
    /// <summary>The words themselves; of a picture what it shows, of a video or a material its title.</summary>
    public string Text { get; init; } = "";

    /// <summary>One of <see cref="StandLanguages"/>.</summary>
    public string Language { get; init; } = "";

    /// <summary>An address that begins with https.</summary>
    public string Link { get; init; } = "";

    /// <summary>Id of an uploaded file.</summary>
    public string File { get; init; } = "";

    /// <summary>Of a place: lists are in the order of these numbers. They may all be given anew, but never in another order.</summary>
    public long Place { get; init; }

    public static StandValue Of(string text) => new() { Text = text };
}
