namespace Klapphaus.Contracts;

/// <summary>A stand as the one who asks sees it.</summary>
public sealed record StandView
{
    public required string Id { get; init; }
    public required string Room { get; init; }
    public required string Area { get; init; }
    public required string Name { get; init; }
    /// <summary>What it is about, in one sentence.</summary>
    public required string Line { get; init; }
    /// <summary>Its text, made safe: headings from the third level down, paragraphs, lists, quotations, emphasis, and links out of the house.</summary>
    public required string Html { get; init; }
    /// <summary>Id of the file with the logo, or empty.</summary>
    public required string Logo { get; init; }
    /// <summary>What the logo shows, or empty.</summary>
    public required string LogoText { get; init; }
    /// <summary>#rrggbb, or empty.</summary>
    public required string Accent { get; init; }
    /// <summary>#rrggbb in which text can be read on it, or empty.</summary>
    public required string AccentText { get; init; }
    /// <summary>When somebody is there, as in <c>Mo-Fr 08:00-18:00</c>, or empty.</summary>
    public required string Hours { get; init; }
    public required string Contact { get; init; }
    /// <summary>Begins with https, or is empty.</summary>
    public required string ContactLink { get; init; }
    public required string[] Topics { get; init; }
    public required StandTermView[] Challenges { get; init; }
    public required StandTermView[] Solutions { get; init; }
    public required StandPictureView[] Pictures { get; init; }
    public required StandMediumView[] Videos { get; init; }
    public required StandMediumView[] Materials { get; init; }
    /// <summary>open, hidden or down.</summary>
    public required string State { get; init; }
    /// <summary>Why it is offline, for its team and for moderators; else empty.</summary>
    public required string Reason { get; init; }
    public required bool MayEdit { get; init; }
    public required bool MayPublish { get; init; }
    public required bool MayNameHosts { get; init; }
    public required bool MayModerate { get; init; }
    public required bool MayReadEnquiries { get; init; }
    public required bool MayStaff { get; init; }
    /// <summary>One is of its team.</summary>
    public required bool MaySeeFigures { get; init; }
}
