namespace Klapphaus.World.Stands;

/// <summary>What can be wrong with something that is written for a stand or handed over at one; numbers are never given to something else.</summary>
public enum StandFaultKind
{
    FieldUnknown = 101,
    Missing = 102,
    TooLong = 103,
    TooMany = 104,
    Twice = 105,

    LinkUnusable = 201,
    FileUnusable = 202,
    SourceMissing = 203,
    TwoSources = 204,
    DescriptionMissing = 205,
    FileMisplaced = 206,

    LanguageUnknown = 301,
    LanguageMissing = 302,
    ColourUnusable = 303,
    ContrastTooLow = 304,
    HoursUnreadable = 305,

    EmailUnusable = 401,
    TelephoneUnusable = 402,
    ReachMissing = 403,
}
