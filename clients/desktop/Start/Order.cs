namespace Klapphaus.Desktop.Start;

/// <summary>What is wanted of the running instance.</summary>
sealed record Order
{
    public const int CurrentVersion = 1;

    /// <summary>Of this form; an instance answers only what it understands.</summary>
    public int Version { get; init; } = CurrentVersion;

    public required OrderKind Wanted { get; init; }

    /// <summary>The link to open, or that of a notice's button; may be null.</summary>
    public string? Link { get; init; }

    /// <summary>Id of the stand for which one wants to be on duty; else null.</summary>
    public string? Stand { get; init; }
}
